import { describe, expect, it } from 'vitest';
import { judgeVote } from '../../shared/features/votes/outcome.ts';
import { rulePacks } from '../../shared/rules/packs.ts';
import { replay } from '../../shared/meeting/replay.ts';
import { opened } from '../support/given.ts';
import { close, declare, hands, lastVote, summary } from '../support/voting.ts';
import council from './tagawa-votes.json' with { type: 'json' };

type Published = (typeof council.votes)[number] & {
  readonly chairRecused?: boolean;
  readonly castingVote?: string;
};

const votes: readonly Published[] = council.votes;
const rejections: ReadonlySet<string> = new Set(['否決', '不認定', '不採択']);
const assembly = rulePacks.find((pack) => pack.id === 'assemblyCommittee')?.rules ?? {};

const no = (n: number) => `m${String(n).padStart(2, '0')}`;

/** The chair is not in the table; of those in it, the absent stay away and the excluded are excluded. */
function play(published: Published) {
  const { listed, absent, notVoting, chairRecused = false } = published;
  const meeting = opened({ members: listed + 1, rules: assembly }, `1-${String(listed + 1 - absent)}`);
  meeting.ok('m01', { do: 'startItem', item: 'i1' });
  if (chairRecused) meeting.ok('desk', { do: 'recuse', who: 'm01', item: 'i1' });
  // Where the chair is excluded the deputy presides, and is the one of the table who does not vote.
  for (let n = 0; n < (chairRecused ? notVoting - 1 : notVoting); n += 1)
    meeting.ok('desk', { do: 'recuse', who: no(3 + n), item: 'i1' });
  const chair = chairRecused ? 'm02' : 'm01';
  meeting.ok(chair, { do: 'openVote', item: 'i1', method: 'standing' });
  meeting.ok(chair, { do: 'callChoice', choice: 'yes' });
  meeting.ok('desk', hands(published.yes, 0));
  meeting.ok(chair, close);
  return { meeting, chair };
}

describe('121 contested votes of a city council', () => {
  it.each(votes.map((vote, index) => [index + 1, vote.sitting, vote.item, vote] as const))(
    '[V1, V33] no. %i (%s %s) comes out as published, with the reason',
    (_no, _sitting, _item, published) => {
      const { meeting, chair } = play(published);
      const judged = judgeVote(lastVote(meeting));
      expect(judged.counts).toEqual({ yes: published.yes, no: published.no, abstain: 0, invalid: 0 });
      expect(judged.required).toBe(Math.floor((published.yes + published.no) / 2) + 1);
      const tie = published.castingVote !== undefined;
      expect(summary(meeting).tie).toBe(tie);
      if (tie) {
        expect(meeting.refused(chair, declare).code).toBe('vote/tie-undecided');
        meeting.ok(chair, { do: 'castingVote', item: 'i1', choice: 'yes' });
      }
      meeting.ok(chair, declare);
      const { outcome, explanation } = summary(meeting);
      expect(outcome).toBe(rejections.has(published.result) ? 'rejected' : 'carried');
      expect(explanation.ja).toContain(`賛成${String(published.yes)}人`);
      expect(explanation.ja).toContain(`${String(judged.required)}人`);
      expect(explanation.ja.includes('裁決により')).toBe(tie);
    },
  );

  it('[M1] fold to the same state from their logs', () => {
    const { meeting } = play(votes[0] as Published);
    expect(replay(meeting.log)).toEqual(meeting.state);
  });

  it('[V25] holds four ties decided by the chair, and eight votes with the deputy presiding', () => {
    expect(votes).toHaveLength(121);
    expect(votes.filter((vote) => vote.castingVote === 'yes')).toHaveLength(4);
    expect(votes.filter((vote) => vote.chairRecused === true)).toHaveLength(8);
  });
});
