import { setInterval } from 'node:timers';
import type { Question, Usage } from './serverProcess.ts';

/** The side of the measured process: tells the parent where it listens, and answers its questions. */
export function answerQuestions(url: string, other: (question: Question) => Promise<unknown>): void {
  let stall = 0;
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    stall = Math.max(stall, now - last - 1);
    last = now;
  }, 1).unref();

  function usage(): Usage {
    globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    const { heapUsed, external } = process.memoryUsage();
    const told = { cpu: (user + system) / 1000, memory: heapUsed + external, stall };
    // The collection above is no stall of the server's.
    last = performance.now();
    stall = 0;
    return told;
  }

  process.on('message', (question: Question) => {
    if (question === 'stop') process.exit(0);
    if (question === 'usage') process.send?.(usage());
    else void other(question).then((answer) => process.send?.(answer));
  });
  process.send?.(url);
}
