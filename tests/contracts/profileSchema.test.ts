import { toJsonSchema } from '@valibot/to-json-schema';
import { expect, it } from 'vitest';
import { listSchema } from '../../shared/minutes/profile/header.ts';
import { itemLine, partsSchema } from '../../shared/minutes/profile/parts.ts';
import { callsSchema, resultSchema, wordSchema } from '../../shared/minutes/profile/sentences.ts';
import { profileSchema } from '../../shared/minutes/profile/schema.ts';

/** After a change of the schema: `npx vitest run tests/contracts/profileSchema.test.ts -u`. */
it('[P40] the published schema of profiles is the one that the program checks them with', async () => {
  const schema = toJsonSchema(profileSchema, {
    errorMode: 'ignore',
    typeMode: 'input',
    definitions: {
      sentence: itemLine,
      result: resultSchema,
      word: wordSchema,
      calls: callsSchema,
      parts: partsSchema,
      list: listSchema,
    },
  });
  const published = {
    title: 'kyoshu minutes profile',
    description: 'How one body prints its minutes. The guide is docs/profiles.md.',
    ...schema,
  };
  await expect(JSON.stringify(published, null, 2) + '\n').toMatchFileSnapshot(
    '../../docs/profile.schema.json',
  );
});
