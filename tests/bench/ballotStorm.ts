import { setTimeout as delay } from 'node:timers/promises';
import type { Crowd } from './crowd.ts';
import type { ServerProcess, Usage } from './serverProcess.ts';

export interface StormRun {
  /** From the first ballot sent until the last one is acknowledged, in ms. */
  readonly lastAcknowledged: number;
  /** The longest time for which the server's event loop did not come round, in ms. */
  readonly stall: number;
  /** Server CPU from the first ballot until a second after the last, in ms. */
  readonly cpu: number;
  readonly ballots: number;
  /** Ballots that the server holds in the end. */
  readonly counted: number;
}

/** Everybody votes within one second, evenly. */
export async function measureStorm(server: ServerProcess, crowd: Crowd): Promise<StormRun> {
  for (const client of crowd.clients) client.onEvent = () => undefined;
  await server.ask('votes');
  await delay(2000);
  const start = await server.ask<Usage>('usage');
  const begun = performance.now();
  const step = 1000 / crowd.clients.length;
  const answers: Promise<string>[] = [];
  while (answers.length < crowd.clients.length) {
    const due = Math.floor((performance.now() - begun) / step);
    while (answers.length <= due && answers.length < crowd.clients.length) {
      const no = answers.length;
      const choice = no % 3 === 0 ? 'no' : 'yes';
      const client = crowd.clients[no];
      if (client === undefined) break;
      answers.push(client.ask('command', { do: 'castVote', item: 'i1', choice, id: `ballot-${String(no)}` }));
    }
    await delay(1);
  }
  const refused = (await Promise.all(answers)).filter((answer) => answer.includes('"ok":false'));
  const lastAcknowledged = performance.now() - begun;
  if (refused.length > 0)
    throw new Error(`${String(refused.length)} ballots were refused: ${refused[0] ?? ''}`);
  await delay(1000);
  const end = await server.ask<Usage>('usage');
  const counted = await server.ask<number>('votes');
  return { lastAcknowledged, stall: end.stall, cpu: end.cpu - start.cpu, ballots: answers.length, counted };
}
