import type { Input, Output, Reading } from './history.ts';

/** A meeting of which one thing after the other is asked: what the answers have to be if nothing ran at once. */
export interface Meeting {
  readonly present: readonly string[];
  readonly queue: readonly string[];
  readonly vote: {
    readonly open: boolean;
    readonly eligible: readonly string[];
    readonly ballots: Readonly<Record<string, 'yes' | 'no' | 'abstain'>>;
  } | null;
}

/** Who presides votes only where the votes are level. */
const presiding = 'm01';

/** The meeting after an input, and the answer to it. */
export function step(meeting: Meeting, input: Input): readonly [Meeting, Output] {
  const { present, queue, vote } = meeting;
  const refused = [meeting, 'refused'] as const;
  switch (input.do) {
    case 'raiseHand':
      if (vote?.open === true || !present.includes(input.who) || queue.includes(input.who)) return refused;
      return [{ ...meeting, queue: [...queue, input.who] }, 'ok'];
    case 'lowerHand':
      if (!queue.includes(input.who)) return refused;
      return [{ ...meeting, queue: without(queue, input.who) }, 'ok'];
    case 'checkIn':
      if (present.includes(input.who)) return [meeting, 'ok'];
      return vote?.open === true
        ? refused
        : [{ ...meeting, present: [...present, input.who].toSorted() }, 'ok'];
    case 'leave':
      if (vote?.open === true || !present.includes(input.who)) return refused;
      return [{ ...meeting, present: without(present, input.who), queue: without(queue, input.who) }, 'ok'];
    case 'castVote': {
      if (vote?.open !== true || !vote.eligible.includes(input.who)) return refused;
      const ballots = { ...vote.ballots, [input.who]: input.choice };
      return [{ ...meeting, vote: { ...vote, ballots } }, 'ok'];
    }
    case 'openVote': {
      const eligible = without(present, presiding);
      return vote !== null || eligible.length === 0
        ? refused
        : [{ ...meeting, vote: { open: true, eligible, ballots: {} } }, 'ok'];
    }
    case 'closeVote':
      return vote?.open === true ? [{ ...meeting, vote: { ...vote, open: false } }, 'ok'] : refused;
    case 'voidVote':
      return vote === null ? refused : [{ ...meeting, vote: null }, 'ok'];
    case 'read':
      return [meeting, shown(meeting)];
  }
}

function shown({ present, queue, vote }: Meeting): Reading {
  const given = Object.values(vote?.ballots ?? {});
  const count = (choice: string) => given.filter((one) => one === choice).length;
  return {
    queue,
    present: present.length,
    vote:
      vote === null
        ? null
        : { open: vote.open, yes: count('yes'), no: count('no'), abstain: count('abstain') },
  };
}

function without(list: readonly string[], who: string): readonly string[] {
  return list.filter((other) => other !== who);
}
