import type { CommandInput } from '../../../shared/meeting/commands.ts';
import type { ActionLine } from '../../../shared/views/types/actionLine.ts';
import type { ChairView } from '../../../shared/views/types/chairView.ts';
import type { DeskView } from '../../../shared/views/types/deskView.ts';
import type { MeView } from '../../../shared/views/types/meView.ts';
import type { MemberView } from '../../../shared/views/types/memberView.ts';
import type { VoteLine } from '../../../shared/views/types/voteLine.ts';
import type { Dice } from '../world/dice.ts';
import type { Settings } from '../world/settings.ts';
import { book, choices, countedAgain } from './counting.ts';
import type { Device } from './device.ts';
import { draw } from './move.ts';
import { wordsIn } from './words.ts';

/** What the holder of a device presses next, by what they see on it; null: nothing just now. */
export function nextPress(
  device: Device,
  dice: Dice,
  settings: Pick<Settings, 'onlineFrom' | 'aimed'>,
): CommandInput | null {
  const { view, me } = device.replica;
  if (view === null) return null;
  switch (device.audience) {
    case 'chair':
      return ofChair(view as ChairView, me, dice, settings);
    case 'desk':
      return ofDesk(device, view as DeskView, dice, settings);
    case 'member':
      return ofMember(view as MemberView, me, dice);
    default:
      return null;
  }
}

function pressed(action: ActionLine | null | undefined): CommandInput | null {
  return action?.blocked === null ? action.command : null;
}

const methods = [
  'electronic',
  'electronic',
  'showOfHands',
  'secretBallot',
  'namedBallot',
  'noObjection',
  'standing',
] as const;

/** Boxes, and what is counted again. */
const aimedMethods = ['secretBallot', 'secretBallot', 'showOfHands', 'standing', 'electronic'] as const;

function ofChair(
  view: ChairView,
  me: MeView | null,
  dice: Dice,
  { aimed }: Pick<Settings, 'aimed'>,
): CommandInput | null {
  const { queue, turn } = view.floor;
  const item = view.current ?? 'i1';
  // The end comes, but seldom before everybody has done something.
  const next = () => {
    const command = pressed(view.next);
    return command !== null && ends(command) && !dice.chance(0.05) ? null : command;
  };
  return draw(dice, [
    [6, next],
    [2, () => others(view.others, dice)],
    [
      2,
      () =>
        queue.length === 0
          ? next()
          : { do: 'recognize', who: dice.pick(queue)?.who ?? '', seen: turn?.no ?? 0 },
    ],
    [
      view.vote?.status === 'open' ? 0.1 : aimed ? 4 : 1.5,
      () => ({ do: 'openVote', item, method: dice.pick(aimed ? aimedMethods : methods) }),
    ],
    [1, () => voted(view.vote, me, dice)],
    [
      0.5,
      () => (view.vote?.status === 'open' ? { do: 'closeVote', item: view.vote.item } : { do: 'yieldFloor' }),
    ],
    [0.4, () => ({ do: dice.pick(['closeList', 'openList', 'openList'] as const) })],
    // Somebody else's button, or the screen of a moment ago: the meeting has to say no.
    [view.vote?.status === 'closed' ? 0.5 : 0.05, () => ({ do: 'declareResult', item })],
    [
      isRunning(view) ? 0.02 : 0.7,
      () => ({ do: 'openElection', item, office: 'deputyChair', method: dice.pick(elected) }),
    ],
    [0.05, () => ({ do: 'recess' })],
  ]);
}

const elected = ['majorityRunoff', 'majorityRunoff', 'plurality', 'acclaimByNomination'] as const;

function isRunning({ election }: Pick<MemberView, 'election'>): boolean {
  return election?.status === 'open';
}

/** Anybody but the chair may become the deputy. */
export function candidate(order: readonly string[], dice: Dice): string {
  return dice.pick(order.filter((id) => id.startsWith('m') && id !== 'm01')) ?? 'm02';
}

function ends(command: CommandInput): boolean {
  return command.do === 'adjourn' || command.do === 'closeMeeting';
}

function others(lines: readonly ActionLine[], dice: Dice): CommandInput | null {
  const command = pressed(dice.pick(lines));
  const spoils = command?.do === 'voidVote' && !dice.chance(0.2);
  return command === null || ends(command) || spoils ? null : command;
}

function ofMember(view: MemberView, me: MeView | null, dice: Dice): CommandInput | null {
  if (me === null) return null;
  const raised = view.floor.queue.some(({ who }) => who === me.person);
  const item = view.current ?? 'i1';
  return draw(dice, [
    [view.vote?.status === 'open' ? 12 : 0, () => voted(view.vote, me, dice)],
    [
      me.election?.mayVote === true && !me.election.took ? 12 : 0.1,
      () => ({
        do: 'castBallot',
        choice: dice.chance(0.1) ? null : candidate(view.election?.candidates ?? view.peopleOrder, dice),
      }),
    ],
    [
      raised ? 0.5 : 5,
      () => ({ do: 'raiseHand', kind: dice.pick(['speak', 'speak', 'followUp', 'pointOfOrder'] as const) }),
    ],
    [raised ? 2 : 0.4, () => ({ do: 'lowerHand' })],
    [0.2, () => ({ do: 'castVote', item, choice: dice.pick(choices) })],
    [view.floor.turn?.who === me.person ? 2 : 0.1, () => ({ do: 'yieldFloor' })],
    [me.presence === 'present' ? 0.1 : 0.6, () => ({ do: 'checkIn', who: me.person, channel: 'online' })],
    [0.15, () => ({ do: 'moveMotion', item, kind: 'motion', text: '動議' })],
    [0.15, () => ({ do: 'moveMotion', item, kind: 'amendment', text: '修正', distance: dice.whole(0, 3) })],
    [0.2, () => ({ do: 'secondMotion', motion: dice.whole(1, 3) })],
    [0.05, () => ({ do: 'withdrawMotion', motion: dice.whole(1, 3) })],
    [0.1, () => ({ do: 'closeVote', item })],
    [0.05, () => ({ do: 'declareResult', item })],
  ]);
}

/** What a member gives to the vote on the table; null: nothing. */
export function voted(vote: VoteLine | null, me: MeView | null, dice: Dice): CommandInput | null {
  if (vote?.status !== 'open') return null;
  if (me?.mayVote?.ok !== true && !dice.chance(0.2)) return null;
  if (vote.method === 'noObjection') return dice.chance(0.2) ? { do: 'object', item: vote.item } : null;
  const choice = dice.chance(0.05) ? 'blank' : dice.pick(choices);
  return { do: 'castVote', item: vote.item, choice };
}

function ofDesk(
  device: Device,
  view: DeskView,
  dice: Dice,
  { onlineFrom, aimed }: Pick<Settings, 'onlineFrom' | 'aimed'>,
): CommandInput | null {
  const members = view.peopleOrder.filter((id) => id.startsWith('m'));
  const someone = dice.pick(members) ?? 'm01';
  const { vote } = view;
  const queued = dice.pick(view.floor.queue)?.who;
  const preparing = view.meeting.status === 'preparing';
  const turns = view.floor.turn?.no ?? 0;
  return draw(dice, [
    [preparing ? 30 : 3, () => arrival(view, dice, onlineFrom)],
    [2, () => pressed(view.next)],
    [2, () => pressed(dice.pick(view.todos)?.action)],
    [vote === null ? 0 : 8, () => (vote === null ? null : (aimed ? countedAgain : book)(view, vote, dice))],
    [preparing ? 0 : 0.8, () => ({ do: 'leave', who: someone })],
    [
      preparing ? 0 : 0.5,
      () => ({ do: 'changeChannel', who: someone, channel: dice.pick(['inRoom', 'online'] as const) }),
    ],
    [0.4, () => ({ do: 'recuse', who: someone, item: view.current ?? 'i2' })],
    [0.4, () => ({ do: 'endRecusal', who: someone })],
    [queued === undefined ? 0 : 1.5, () => ({ do: 'recognize', who: queued ?? '', seen: turns })],
    [
      queued === undefined ? 0 : 0.3,
      () => ({ do: 'reorderHand', who: queued ?? '', before: null, why: '申出' }),
    ],
    [1.5, () => ({ do: 'raiseHand', who: someone })],
    [0.8, () => ({ do: 'lowerHand', who: someone })],
    [0.5, () => ({ do: 'speak', who: dice.pick(['k01', ...members]) })],
    [0.15, () => ({ do: 'preside', who: dice.pick(['m01', 'm01', 'm02'] as const) })],
    [0.4, () => ({ do: 'admitObservers', count: dice.whole(0, 5) })],
    [0.3, () => ({ do: 'setScreen', scene: dice.pick(['auto', 'agenda', 'blank'] as const) })],
    [0.8, () => ({ do: 'note', text: `覚え ${String(dice.whole(1, 999))}` })],
    [isRunning(view) ? 3 : 0, () => elects(view, dice)],
    [turns === 0 ? 0 : 3, () => typed(device, dice)],
    [view.meeting.status === 'recess' ? 3 : 0.05, () => ({ do: dice.pick(['recess', 'resume'] as const) })],
    [0.2, () => ({ do: 'markAbsent', who: someone })],
    [vote === null ? 0 : 0.1, () => ({ do: 'voidVote', item: vote?.item ?? '', why: 'やり直し' })],
  ]);
}

/** What the desk enters of an election: names that were called, papers that were counted. */
function elects(view: DeskView, dice: Dice): CommandInput {
  const who = candidate(view.election?.candidates ?? view.peopleOrder, dice);
  if (dice.chance(0.5)) return { do: 'nominate', who };
  return { do: 'recordBallots', counts: { [who]: dice.whole(0, 2) }, blank: dice.whole(0, 1) };
}

/** Begins to type into a turn, or is done: the words go out with those that the writer started from. */
function typed(device: Device, dice: Dice): CommandInput | null {
  const { draft } = device;
  if (draft === null) {
    const turns = (device.minutes ?? []).flatMap((block) => (block.type === 'turn' ? [block] : []));
    const last = dice.pick(turns.slice(-2));
    device.draft = last === undefined ? null : { turn: last.turn, base: last.text };
    return null;
  }
  device.draft = null;
  const { turn, base } = draft;
  const words = [...wordsIn(base)];
  const dropped = dice.chance(0.15) ? dice.pick(words) : undefined;
  if (dropped !== undefined) return { do: 'writeTurn', turn, base, text: base.replace(dropped, '') };
  const places = [base.length, ...words.map((word) => base.indexOf(word))];
  const at = dice.pick(places) ?? 0;
  const word = device.newWord() + (dice.chance(0.5) ? '\n' : '');
  return { do: 'writeTurn', turn, base, text: base.slice(0, at) + word + base.slice(at) };
}

/** Somebody who has not come yet, or whose face was not seen yet. */
function arrival(view: DeskView, dice: Dice, onlineFrom: number): CommandInput | null {
  const seats = Object.values(view.seats).filter(({ who }) => who.startsWith('m'));
  const missing = dice.pick(seats.filter(({ presence }) => presence !== 'present'));
  const unknown = dice.pick(
    seats.filter(({ presence, identifiedAt }) => presence === 'present' && identifiedAt === null),
  );
  if (unknown !== undefined && (missing === undefined || dice.chance(0.5)))
    return { do: 'confirmIdentity', who: unknown.who };
  if (missing === undefined) return null;
  const online = Number(missing.who.slice(1)) >= onlineFrom;
  return { do: 'checkIn', who: missing.who, channel: online !== dice.chance(0.05) ? 'online' : 'inRoom' };
}
