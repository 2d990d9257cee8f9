import { setTimeout as delay } from 'node:timers/promises';
import type { Crowd } from './crowd.ts';
import type { ServerProcess, Usage } from './serverProcess.ts';

export interface HandSample {
  /** From the press on the phone until the chair's tablet has it, in ms. */
  readonly chair: number;
  /** Until everybody has it. */
  readonly everybody: number;
}

export interface HandRun {
  readonly samples: readonly HandSample[];
  /** Server CPU for one delivered message, in µs. */
  readonly cpuPerDelivery: number;
}

/** Time between two hands, in ms: a quiet line, as in a meeting. */
const pause = 150;

/** Raises and lowers hands one after the other and watches them arrive. */
export async function measureHands(server: ServerProcess, crowd: Crowd, hands: number): Promise<HandRun> {
  const start = await server.ask<Usage>('usage');
  const samples: HandSample[] = [];
  let deliveries = 0;
  for (let i = 0; i < hands; i++) {
    const sample = await oneHand(crowd, i);
    samples.push(sample);
    deliveries += crowd.clients.length;
    await delay(pause);
  }
  const end = await server.ask<Usage>('usage');
  return { samples, cpuPerDelivery: ((end.cpu - start.cpu) * 1000) / deliveries };
}

async function oneHand(crowd: Crowd, no: number): Promise<HandSample> {
  // Somebody else each time, who raises and then lowers: the queue stays short.
  const raiser = crowd.clients[(Math.floor(no / 2) * 7) % crowd.clients.length] ?? crowd.chair;
  const waiting = new Set(crowd.clients);
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    let chair = NaN;
    for (const client of crowd.clients)
      client.onEvent = (text) => {
        if (!text.startsWith('["patch"') || !waiting.delete(client)) return;
        if (client === crowd.chair) chair = performance.now() - begun;
        if (waiting.size === 0) resolve({ chair, everybody: performance.now() - begun });
      };
    const command = { do: no % 2 === 0 ? 'raiseHand' : 'lowerHand', id: `hand-${String(no)}` };
    raiser.ask('command', command).then((answer) => {
      if (!answer.startsWith('[{"') || answer.includes('"ok":false')) reject(new Error(answer));
    }, reject);
  });
}
