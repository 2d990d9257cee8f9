import { expect, it } from 'vitest';
import { roomVoteLine } from '../../shared/views/parts/voteLine.ts';
import { voting } from '../support/voting.ts';

const rules = { vote: { channelOrder: 'onlineFirst' } } as const;

it('[N35] every view says which channel is polled first, until it is complete', () => {
  const meeting = voting({ rules }, '1-4', '5-6');
  const polled = () => roomVoteLine(meeting.state)?.polled;
  expect(polled()).toBe('online');
  meeting.ok('m05', { do: 'castVote', item: 'i1', choice: 'yes' });
  expect(polled()).toBe('online');
  meeting.ok('m06', { do: 'castVote', item: 'i1', choice: 'no' });
  expect(polled()).toBeNull();
  meeting.ok('m01', { do: 'closeVote', item: 'i1' });
  expect(polled()).toBeNull();
});

it('[N35] where both are polled together nobody waits', () => {
  expect(roomVoteLine(voting({}, '1-4', '5').state)?.polled).toBeNull();
});
