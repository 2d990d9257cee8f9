/** Many pages in a process of their own, for `torture`, which starts it and asks it over IPC. */
import { serveCrowd } from '../torture/crowdProcess.ts';

if (process.send === undefined) {
  console.error('tortureCrowd is started by torture: npm run torture');
  process.exitCode = 2;
} else serveCrowd();
