import { localLink } from '../localLink.ts';
import { loadProfiles } from '../profiles.ts';
import { replayCommand } from '../replay/replayCommand.ts';

process.exitCode = await replayCommand(process.argv.slice(2), {
  localLink: () => localLink(process.env['KYOSHU_DATA'] ?? './data'),
  profiles: () => loadProfiles(process.env['KYOSHU_PROFILES'] || null),
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
});
