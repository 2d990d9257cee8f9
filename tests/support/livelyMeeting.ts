import fc from 'fast-check';
import { electionOnTable } from '../../shared/features/elections/table.ts';
import { voteOnTable } from '../../shared/features/votes/table.ts';
import { boxToOpen } from '../../shared/meeting/boxToOpen.ts';
import type { CommandInput } from '../../shared/meeting/commands.ts';
import type { MeetingState } from '../../shared/meeting/state.ts';
import { isRefusal } from '../../shared/meeting/refusal.ts';
import { viewFor } from '../../shared/views/viewFor.ts';
import { ambientOf } from './ambient.ts';
import type { By, Played } from './given.ts';

/** One thing that somebody does next: three numbers that choose what, who and how, and the seconds before it. */
export interface Turn {
  readonly what: number;
  readonly who: number;
  readonly how: number;
  readonly wait: number;
}

export const anyTurn: fc.Arbitrary<Turn> = fc.record({
  what: fc.nat(999),
  who: fc.nat(999),
  how: fc.nat(999),
  wait: fc.constantFrom(0, 0, 1, 5, 70),
});

type Move = readonly [By, CommandInput];

/** What could sensibly be done in this state. Unlike commands drawn blindly, a good part of it is carried out. */
function moves(state: MeetingState, { who, how }: Turn): Move[] {
  const members = state.roster.order.filter((id) => id.startsWith('m'));
  const pick = <T>(list: readonly T[], by: number, otherwise: T): T => list[by % list.length] ?? otherwise;
  const member = pick(members, who, 'm02');
  const item = state.agenda.current ?? pick(state.agenda.order, how, 'i1');
  const leader = viewFor('chair', state, ambientOf());
  const chair = leader.meeting.presiding ?? 'desk';
  const vote = voteOnTable(state);
  const choice = pick(['yes', 'no', 'abstain'] as const, how, 'yes');
  const queued = pick(
    state.floor.hands.map((hand) => hand.who),
    who,
    member,
  );
  const list: Move[] = [
    [
      member,
      { do: 'raiseHand', kind: pick(['speak', 'speak', 'followUp', 'pointOfOrder'] as const, how, 'speak') },
    ],
    [member, { do: 'raiseHand' }],
    [queued, { do: 'lowerHand' }],
    ['desk', { do: 'reorderHand', who: queued, before: null, why: '申出' }],
    [chair, { do: 'recognize', who: queued }],
    ['desk', { do: 'speak', who: pick([...members, 'k01', 's01'], who, 'k01') }],
    ['desk', { do: 'checkIn', who: member, channel: pick(['inRoom', 'online'] as const, how, 'inRoom') }],
    ['desk', { do: 'confirmIdentity', who: member }],
    ['system', { do: 'loseConnection', who: member }],
    ['system', { do: 'loseConnection', who: pick(['m04', 'm05', 'm06'], who, 'm04') }],
    ['system', { do: 'restoreConnection', who: pick(['m04', 'm05', 'm06'], who, 'm04') }],
    ['desk', { do: 'leave', who: member }],
    ['desk', { do: 'recuse', who: member, item }],
    ['desk', { do: 'endRecusal', who: pick(Object.keys(state.attendance.recusals), who, member) }],
    ['desk', { do: 'preside', who: pick(['m01', 'm02'], who, 'm01') }],
    ['desk', { do: 'setScreen', scene: pick(['auto', 'notice', 'recess'] as const, how, 'auto') }],
    ['desk', { do: 'admitObservers', count: how % 9 }],
    ['desk', { do: pick(['closeList', 'openList'] as const, how, 'openList') }],
    [
      member,
      { do: 'moveMotion', item, kind: pick(['motion', 'amendment'] as const, how, 'motion'), text: '案' },
    ],
    ['desk', { do: 'promise', item, from: 'k01', text: '後日報告' }],
    ['desk', { do: 'attachOpinion', item, text: '意見' }],
    ['desk', { do: 'writeTurn', turn: Math.max(1, state.floor.turns), text: '言葉' }],
    ['desk', { do: 'addItem', item: { id: `n${String(how)}`, title: '追加', kind: 'other' } }],
  ];
  const voting: Move[] =
    vote === null
      ? [
          [chair, { do: 'openVote', item, method: pick(everyMethod, how, 'showOfHands') }],
          [chair, { do: 'voidVote', item, why: '数え直し' }],
          [
            chair,
            {
              do: 'openElection',
              item,
              office: 'deputyChair',
              method: pick(everyElection, how, 'plurality'),
            },
          ],
        ]
      : [
          [member, { do: 'castVote', item: vote.item, choice }],
          [member, { do: 'castVote', item: vote.item, choice: 'yes' }],
          ['desk', { do: 'recordVote', item: vote.item, who: member, choice }],
          ['desk', { do: 'recordCount', item: vote.item, channel: 'inRoom', yes: how % 3, no: who % 2 }],
          [member, { do: 'object', item: vote.item }],
          [chair, { do: 'announceClosing', seconds: 30 }],
          [
            'desk',
            {
              do: 'resolve',
              item: vote.item,
              who: member,
              as: pick(['left', 'abstain', 'no', 'didNotVote'] as const, how, 'no'),
            },
          ],
          ['desk', { do: 'resolve', item: vote.item, as: 'abstain' }],
          ['desk', { do: 'correctVote', item: vote.item, who: member, choice, why: '申出' }],
        ];
  const electing: Move[] =
    electionOnTable(state) === null
      ? []
      : [
          ['desk', { do: 'nominate', who: member }],
          [member, { do: 'castBallot', choice: pick(members, how, 'm02') }],
          [member, { do: 'castBallot', choice: pick(members, how, 'm02') }],
          [member, { do: 'object', item }],
        ];
  const steps = [leader.next, leader.next, leader.next, leader.next, ...leader.others]
    .filter((one) => one !== null && one.blocked === null)
    .map((one): Move => [chair, one?.command ?? { do: 'openList' }])
    .filter(([, command]) => !['adjourn', 'closeMeeting'].includes(command.do) || how % 20 === 0);
  return [...steps, ...steps, ...voting, ...voting, ...electing, ...electing, ...list];
}

const everyMethod = [
  'showOfHands',
  'standing',
  'electronic',
  'namedBallot',
  'secretBallot',
  'noObjection',
] as const;
const everyElection = ['acclaimByNomination', 'majorityRunoff', 'plurality'] as const;

/** Plays the turns; `look` is called after each that changed something. Ballot boxes are kept as a server keeps them. */
export function live(
  meeting: Played,
  turns: readonly Turn[],
  look: (meeting: Played, before: MeetingState) => void,
): void {
  const boxes = new Map<string, string[]>();
  for (const turn of turns) {
    const before = meeting.state;
    const possible = moves(before, turn);
    const [by, command] = possible[turn.what % possible.length] ?? ['desk', { do: 'openList' }];
    const box = boxToOpen(before, { ...command } as Parameters<typeof boxToOpen>[1]);
    const content = box === null ? {} : { box: boxes.get(box) ?? [] };
    const decision = meeting.send(by, command, meeting.clock + turn.wait, content);
    if (!isRefusal(decision) && decision.sealed?.deposit !== undefined)
      boxes.set(decision.sealed.box, [...(boxes.get(decision.sealed.box) ?? []), decision.sealed.deposit]);
    if (meeting.state !== before) look(meeting, before);
  }
}
