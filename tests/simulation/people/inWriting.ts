import type { CommandInput } from '../../../shared/meeting/commands.ts';
import type { DeskView } from '../../../shared/views/types/deskView.ts';
import type { MeView } from '../../../shared/views/types/meView.ts';
import type { MemberView } from '../../../shared/views/types/memberView.ts';
import type { WrittenLine } from '../../../shared/views/types/writtenLine.ts';
import type { World } from '../world/world.ts';
import type { Device } from './device.ts';
import { draw } from './move.ts';

const hour = 3600_000;

const items = ['i1', 'i2', 'i3'] as const;
const choices = ['yes', 'yes', 'no', 'abstain'] as const;
const kinds = ['questions', 'answers', 'decisions'] as const;

/** What the holder of a device does for a meeting in writing, by what they see on it; null: nothing just now. */
export function nextInWriting(world: World, device: Device): CommandInput | null {
  const { view, me } = device.replica;
  if (view === null) return null;
  if (device.audience === 'desk') return ofDesk(world, view as DeskView);
  const { written, people } = view as MemberView;
  if (written === null || me === null) return null;
  return people[me.person]?.role === 'official' ? answers(world, written) : ofMember(world, written, me);
}

function isRunning({ rounds }: WrittenLine, kind: (typeof kinds)[number]): boolean {
  return rounds.some((round) => round.kind === kind && round.closedAt === null);
}

function ofMember(
  world: World,
  written: WrittenLine,
  { person, written: mine }: MeView,
): CommandInput | null {
  const dice = world.dice.written;
  const decided = Object.keys(mine?.decisions ?? {});
  const missing = written.decides.filter((item) => !decided.includes(item));
  const deciding = isRunning(written, 'decisions');
  const sent = written.dispatchedAt !== null;
  const item = dice.chance(0.7) ? (dice.pick(missing) ?? dice.pick(items)) : dice.pick(items);
  return draw(dice, [
    [sent ? 0.1 : 6, () => ({ do: 'consentWritten', agree: dice.chance(0.85) })],
    [isRunning(written, 'questions') ? 3 : 0.3, () => ({ do: 'submitQuestion', item, text: asks(world) })],
    [deciding ? 8 : sent ? 1 : 0.1, () => decision(world, item)],
    // Somebody else's reply, and what is the desk's to do: the meeting has to say no.
    [0.15, () => ({ ...decision(world, item), who: person === 'm03' ? 'm02' : 'm03' })],
    [0.1, () => ({ do: 'closeRound', round: dice.pick(kinds) })],
    [0.05, () => ({ do: 'notifyResult' })],
  ]);
}

function answers(world: World, { questions }: WrittenLine): CommandInput | null {
  const dice = world.dice.written;
  const open = dice.pick(questions.filter((one) => one.answers.length === 0));
  const question = (open ?? dice.pick(questions))?.no;
  if (question === undefined || (open === undefined && !dice.chance(0.2))) return null;
  return { do: 'submitAnswer', question, text: `回答 ${world.newWord()}` };
}

function decision(world: World, item: string): CommandInput & { readonly do: 'submitDecision' } {
  const dice = world.dice.written;
  return {
    do: 'submitDecision',
    item,
    choice: dice.pick(choices),
    ...(dice.chance(0.5) ? { opinion: `意見 ${world.newWord()}` } : {}),
  };
}

function asks(world: World): string {
  return `質問 ${world.newWord()}`;
}

/** The course of the meeting, what came on paper, deadlines that are moved, and a round that is closed too early. */
function ofDesk(world: World, view: DeskView): CommandInput | null {
  const { written, writtenBook } = view;
  if (written === null || writtenBook === null) return null;
  const dice = world.dice.written;
  const members = view.peopleOrder.filter((id) => id.startsWith('m'));
  const who = dice.pick(writtenBook.missing) ?? dice.pick(members) ?? 'm01';
  const item = dice.pick(writtenBook.replies[who]?.missing ?? []) ?? dice.pick(items);
  const kind = dice.pick(kinds);
  const sent = written.dispatchedAt !== null;
  const { agreed, needed, asked } = written.consent;
  const open = dice.pick(written.questions.filter((one) => one.answers.length === 0))?.no;
  const deciding = isRunning(written, 'decisions');
  const decided = !deciding && written.rounds.some((round) => round.kind === 'decisions');
  const running = written.rounds.find(({ closedAt }) => closedAt === null);
  const over = running?.deadline !== undefined && (running.deadline ?? Infinity) < world.wallClock();
  return draw(dice, [
    [sent ? 0.1 : asked === 0 || agreed >= needed ? 6 : 0.5, () => dispatch(world)],
    [sent ? 0.05 : 2, () => ({ do: 'consentWritten', agree: dice.chance(0.8), who })],
    [
      isRunning(written, 'questions') ? 0.7 : 0.1,
      () => ({ do: 'submitQuestion', item, text: asks(world), who }),
    ],
    [
      open === undefined ? 0 : 2,
      () => ({
        do: 'submitAnswer',
        question: open ?? 1,
        text: `回答 ${world.newWord()}`,
        ...(dice.chance(0.5) ? { who: 'k01' } : {}),
      }),
    ],
    [deciding ? 1.5 : 0.3, () => ({ ...decision(world, item), who })],
    // When its time is over, and now and then before.
    [sent ? (over ? 4 : 0.8) : 0.1, () => ({ do: 'closeRound', round: running?.kind ?? kind })],
    [
      sent ? (running === undefined && !decided ? 4 : 0.7) : 0.1,
      () => opens(world, running === undefined ? 'decisions' : kind),
    ],
    [
      sent ? 1.2 : 0.1,
      () => ({ do: 'moveDeadline', round: running?.kind ?? kind, deadline: deadline(world) }),
    ],
    [decided ? 1.5 : 0.1, () => ({ do: 'notifyResult' })],
    [0.5, () => ({ do: 'recuse', who: dice.pick(members) ?? who, item: dice.pick(items) })],
    [0.3, () => ({ do: 'endRecusal', who: dice.pick(members) ?? who })],
    [0.5, () => ({ do: 'note', text: `覚え ${String(dice.whole(1, 999))}` })],
    // A button of a meeting that is held.
    [0.1, () => ({ do: 'checkIn', who, channel: 'online' })],
    [0.1, () => ({ do: 'openVote', item, method: 'electronic' })],
  ]);
}

function dispatch(world: World): CommandInput {
  const dice = world.dice.written;
  const some = () => (dice.chance(0.7) ? deadline(world) : undefined);
  const [questions, answered, decisions] = [some(), some(), some()];
  return {
    do: 'dispatch',
    documents: ['資料１'],
    deadlines: {
      ...(questions === undefined ? {} : { questions }),
      ...(answered === undefined ? {} : { answers: answered }),
      ...(decisions === undefined ? {} : { decisions }),
    },
  };
}

function opens(world: World, round: (typeof kinds)[number]): CommandInput {
  return { do: 'openRound', round, ...(world.dice.written.chance(0.6) ? { deadline: deadline(world) } : {}) };
}

/** Some days ahead; now and then in the past, where the meeting has to say no. */
function deadline(world: World): number {
  const { dice } = world;
  const ahead = dice.written.chance(0.08) ? -dice.written.between(0, 20) : dice.written.between(1, 40);
  return world.wallClock() + Math.round(ahead * hour);
}
