import type { BlockOf } from '../block.ts';
import { fill } from '../profile/template.ts';
import { personValues } from './people.ts';
import type { MinutesSource } from './source.ts';

/** A stage direction (ト書き) as this body prints it; null where it prints none. */
export function stageText({ state, profile, copy }: MinutesSource, stage: BlockOf<'stage'>): string | null {
  const { stages } = profile;
  switch (stage.direction) {
    case 'call': {
      if (stage.choice === null) return null;
      const calls = (stage.method === null ? undefined : stages.calls[stage.method]) ?? stages.calls.default;
      return calls[stage.choice];
    }
    case 'noObjection':
      return stages.noObjection === null ? null : fill(stages.noObjection, { chair: profile.offices.chair });
    case 'objection': {
      if (stages.objection === null) return null;
      const { name, surname } = personValues(state, profile, stage.speaker);
      const printed = fill(stages.objection, { name, surname });
      // The record says who, also where the published copy keeps to the voice that was heard.
      return copy === 'record' && name !== '' && !printed.includes(String(name))
        ? `${printed}（${name}）`
        : printed;
    }
    case 'free':
      return fill(stages.free, { text: stage.text });
  }
}
