import type { History, Input, Operation, Reading } from './history.ts';

/*
 * Ways in which a history can be false. Each finds the places of a true history where its lie is a lie for certain: no
 * operation that ran at the same time could make it true. `corrupt` gives all histories with one such lie.
 */

export interface Corruption {
  readonly name: string;
  readonly corrupt: (history: History) => readonly History[];
}

type Read = Omit<Operation, 'output'> & { readonly output: Reading };

const isRead = (operation: Operation): operation is Operation & Read => typeof operation.output === 'object';

/** Operations that may have happened between the end of `from` and the end of `to`. */
const between = (history: History, from: Operation, to: Operation) =>
  history.filter(
    (one) => one !== from && one !== to && one.returned >= from.called && one.called <= to.returned,
  );

const touches = (input: Input, who: string) =>
  'who' in input && input.who === who && input.do !== 'castVote' && input.do !== 'checkIn';

/** Reads that show a hand whose raising was over before, and which nothing has touched since. */
function* settledHands(history: History): Generator<{ raised: Operation; read: Read; who: string }> {
  for (const raised of history) {
    if (raised.input.do !== 'raiseHand' || raised.output !== 'ok') continue;
    const { who } = raised.input;
    for (const read of history)
      if (
        isRead(read) &&
        read.called > raised.returned &&
        read.output.queue.includes(who) &&
        !between(history, raised, read).some(({ input }) => touches(input, who))
      )
        yield { raised, read, who };
  }
}

/** Reads of a vote during which nobody votes, opens, closes or voids, and whose ballots are surely of this vote. */
function quietReads(history: History): Read[] {
  const busy = new Set(['castVote', 'openVote', 'closeVote', 'voidVote']);
  return history.filter(isRead).filter((read) => {
    const opened = history.findLast(
      ({ input, output, returned }) => input.do === 'openVote' && output === 'ok' && returned < read.called,
    );
    return (
      opened !== undefined &&
      read.output.vote !== null &&
      !between(history, read, read).some(({ input }) => busy.has(input.do)) &&
      !between(history, opened, opened).some(({ input }) => input.do === 'castVote')
    );
  });
}

const replaced = (history: History, old: Operation, now: Partial<Operation>): History =>
  history
    .map((one): Operation => (one === old ? { ...one, ...now } : one))
    .toSorted((a, b) => a.called - b.called);

const shows = (history: History, read: Read, change: Partial<Reading>): History => {
  const output: Reading = { ...read.output, ...change };
  return replaced(history, read, { output });
};

const votes = (history: History, change: (vote: NonNullable<Reading['vote']>) => Reading['vote']) =>
  quietReads(history).map((read) =>
    shows(history, read, { vote: read.output.vote === null ? null : change(read.output.vote) }),
  );

export const corruptions: readonly Corruption[] = [
  {
    name: 'lost: a hand that was acknowledged is in no queue',
    corrupt: (history) =>
      [...settledHands(history)].map(({ read, who }) =>
        shows(history, read, { queue: read.output.queue.filter((other) => other !== who) }),
      ),
  },
  {
    name: 'swapped: of two hands the later stands first',
    corrupt: (history) => {
      const hands = [...settledHands(history)];
      return hands.flatMap((first) =>
        hands
          .filter((other) => other.read === first.read && other.raised.called > first.raised.returned)
          .map((second) => {
            const { queue } = first.read.output;
            const swapped = queue.map((who) =>
              who === first.who ? second.who : who === second.who ? first.who : who,
            );
            return shows(history, first.read, { queue: swapped });
          }),
      );
    },
  },
  {
    name: 'stale: a screen shows what an earlier one showed',
    corrupt: (history) =>
      [...settledHands(history)].flatMap(({ read, raised, who }) => {
        const earlier = history.findLast(
          (one): one is Read =>
            isRead(one) && one.returned < raised.called && !one.output.queue.includes(who),
        );
        return earlier === undefined ? [] : [replaced(history, read, { output: earlier.output })];
      }),
  },
  {
    name: 'doubled: one ballot is counted twice',
    corrupt: (history) => votes(history, (vote) => ({ ...vote, yes: vote.yes + 1 })),
  },
  {
    name: 'dropped: a ballot that was acknowledged is not counted',
    corrupt: (history) =>
      quietReads(history).flatMap((read) => {
        const { vote } = read.output;
        if (vote === null || vote.no === 0) return [];
        return [shows(history, read, { vote: { ...vote, no: vote.no - 1 } })];
      }),
  },
  {
    name: 'phantom: somebody who never raised a hand stands in the queue',
    corrupt: (history) =>
      history.filter(isRead).map((read) => shows(history, read, { queue: [...read.output.queue, 'm09'] })),
  },
  {
    name: 'twice: a hand that is up is acknowledged again',
    corrupt: (history) =>
      [...settledHands(history)].flatMap(({ raised, read, who }) => {
        const again: Operation = {
          client: `again by ${who}`,
          called: raised.returned + 1e-4,
          returned: raised.returned + 2e-4,
          input: { do: 'raiseHand', who },
          output: 'ok',
        };
        if (again.returned >= read.called) return [];
        return [[...history, again].toSorted((a, b) => a.called - b.called)];
      }),
  },
  {
    name: 'denied: a hand that stands in the queue was refused',
    corrupt: (history) =>
      [...settledHands(history)].map(({ raised }) => replaced(history, raised, { output: 'refused' })),
  },
  {
    name: 'late: a ballot after the close is acknowledged',
    corrupt: (history) =>
      history.flatMap((closed) => {
        if (closed.input.do !== 'closeVote' || closed.output !== 'ok') return [];
        const late = history.find(
          (one) =>
            one.input.do === 'castVote' &&
            one.output === 'refused' &&
            one.called > closed.returned &&
            !between(history, closed, one).some(({ input }) => input.do === 'openVote'),
        );
        return late === undefined ? [] : [replaced(history, late, { output: 'ok' })];
      }),
  },
  {
    name: 'early: a screen shows a hand before it was raised',
    corrupt: (history) =>
      [...settledHands(history)].flatMap(({ raised, read, who }) => {
        // The hand was down for certain: never up, or taken down by its owner before.
        const before = history.findLast(({ input, called }) => touches(input, who) && called < raised.called);
        if (before !== undefined && before.input.do !== 'lowerHand') return [];
        if (before !== undefined && before.returned > raised.called - 3e-4) return [];
        const early = {
          client: `early for ${read.client}`,
          called: raised.called - 2e-4,
          returned: raised.called - 1e-4,
        };
        return [replaced(history, read, early)];
      }),
  },
  {
    name: 'miscounted: one more is present than anybody let in',
    corrupt: (history) =>
      history
        .filter(isRead)
        .filter(
          (read) =>
            !between(history, read, read).some(({ input }) => ['checkIn', 'leave'].includes(input.do)),
        )
        .map((read) => shows(history, read, { present: read.output.present + 1 })),
  },
];
