import { expect, it } from 'vitest';
import { stepNow } from '../../client/reading/stepNow.ts';
import { leadersVoteLine } from '../../shared/views/parts/voteLine.ts';
import { voting } from '../support/voting.ts';

it('[C141] a call is what the vote is at until the next step is taken', () => {
  const meeting = voting({}, '1-5');
  const now = () => {
    const vote = leadersVoteLine(meeting.state);
    return vote?.steps[stepNow(vote)];
  };
  expect(now()).toMatchObject({ step: 'call', choice: 'yes', at: null });
  meeting.ok('m01', { do: 'callChoice', choice: 'yes' });
  expect(now()).toMatchObject({ step: 'call', choice: 'yes' });
  meeting.ok('m01', { do: 'callChoice', choice: 'no' });
  expect(now()).toMatchObject({ step: 'call', choice: 'no' });
  meeting.ok('m01', { do: 'closeVote', item: 'i1' });
  expect(now()).toMatchObject({ step: 'report' });
});
