import { localLink } from '../localLink.ts';
import { replayCommand } from '../replay/replayCommand.ts';

process.exitCode = await replayCommand(process.argv.slice(2), {
  localLink: () => localLink(process.env['KYOSHU_DATA'] ?? './data'),
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
});
