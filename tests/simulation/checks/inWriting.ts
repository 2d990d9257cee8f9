import type { MeetingState } from '../../../shared/meeting/state.ts';
import type { DeskView } from '../../../shared/views/types/deskView.ts';
import type { MemberView } from '../../../shared/views/types/memberView.ts';
import type { MinutesBlock } from '../../../shared/minutes/block.ts';
import { shownBlocks } from '../../../shared/minutes/model.ts';
import type { WrittenModel } from '../model/written.ts';
import type { Device } from '../people/device.ts';
import { wordsIn } from '../people/words.ts';
import { difference } from './equal.ts';

/** What the product's state and the plain model say differently of a meeting in writing; null when they agree. */
export function disagreementInWriting({ written }: MeetingState, model: WrittenModel): string | null {
  const pairs: [string, unknown, unknown][] = [
    ['consents', sorted(written.consents), sorted(Object.fromEntries(model.consents))],
    ['rounds', written.rounds.map(roundLine).join(), model.rounds.map(roundLine).join()],
    [
      'questions',
      written.questions.map(({ who }) => who).join(),
      model.questions.map(({ who }) => who).join(),
    ],
    [
      'answers',
      written.questions.map(({ answers }) => answers.length).join(),
      model.questions.map(({ answeredAt }) => answeredAt.length).join(),
    ],
    ['results', difference(written.results, model.results), null],
  ];
  for (const item of model.decides)
    for (const who of model.members) {
      const told = written.decisions[item]?.[who];
      pairs.push([`${who} on ${item}`, replyLine(told), replyLine(model.standing(item, who))]);
    }
  return firstWrong(pairs);
}

/** What a page shows of a meeting in writing otherwise than the plain model; null: nothing. */
export function viewInWriting(device: Device, model: WrittenModel): string | null {
  const { replica, audience, holder } = device;
  const view = replica.view as Partial<DeskView & MemberView> | null;
  const mine = replica.me?.written?.decisions ?? {};
  const pairs: [string, unknown, unknown][] = [];
  const { written, writtenBook } = view ?? {};
  if (written != null)
    pairs.push(
      ['replied', written.replied, model.members.length - model.missing.length],
      ['rounds', written.rounds.map(roundLine).join(), model.rounds.map(roundLine).join()],
    );
  if (written != null)
    for (const [item, { counts, outcome }] of Object.entries(model.results).map(
      ([id, result]) => [id, { counts: result, outcome: result.outcome }] as const,
    )) {
      const told = written.results[item];
      const sum = told && told.counts.yes + told.counts.no + told.counts.abstain + told.counts.unaccounted;
      pairs.push(
        [`outcome of ${item}`, told?.outcome, outcome],
        [
          `賛成＋反対＋棄権＋未回答 on ${item}`,
          sum,
          counts.yes + counts.no + counts.abstain + counts.noReply,
        ],
      );
    }
  if (audience === 'desk' && writtenBook != null) {
    const reminded = model.running('decisions') === undefined ? [] : model.missing;
    pairs.push(
      ['missing', writtenBook.missing.join(), model.missing.join()],
      ['reminders', Object.keys(writtenBook.reminders).toSorted().join(), reminded.join()],
    );
  }
  const { person } = holder;
  if (person !== null && model.members.includes(person))
    for (const item of model.decides)
      pairs.push([`their own on ${item}`, replyLine(mine[item]), replyLine(model.standing(item, person))]);
  return firstWrong(pairs);
}

/** What a page was told that is the desk's alone: another's decision, or who asked; null: nothing. */
export function toldTooMuch(device: Device, model: WrittenModel): string | null {
  if (device.audience === 'desk') return null;
  const { view } = device.replica;
  const opinions = new Map(
    model.replies.flatMap(({ opinion, who }) =>
      [...wordsIn(opinion ?? '')].map((word) => [word, who] as const),
    ),
  );
  for (const word of wordsIn(JSON.stringify([view, device.minutes])))
    if (opinions.has(word)) return `what ${String(opinions.get(word))} wrote with a decision`;
  const asker = device.minutes?.find((block) => block.type === 'question' && block.speaker !== null);
  if (asker !== undefined) return 'who asked';
  if (device.minutes?.some(({ type }) => type === 'decision') === true) return 'a decision in the minutes';
  return model.dispatched && view !== null && 'writtenBook' in view ? 'the book of the desk' : null;
}

/** What the desk's minutes say of decisions otherwise than the plain model; null: nothing. */
export function minutesInWriting(blocks: readonly MinutesBlock[] | null, model: WrittenModel): string | null {
  if (blocks === null) return null;
  const decisions = shownBlocks(blocks).filter((block) => block.type === 'decision');
  const lines = (late: boolean) =>
    decisions
      .filter((block) => block.late === late)
      .map(({ item, speaker, choice, text }) => `${String(item)} ${String(speaker)} ${choice} ${text}`)
      .toSorted();
  const standing = model.decides.flatMap((item) =>
    model.members.flatMap((who) => {
      const reply = model.standing(item, who);
      return reply === undefined || reply.late
        ? []
        : [`${item} ${who} ${reply.choice} ${reply.opinion ?? ''}`];
    }),
  );
  const late = lines(true).find(
    (line) =>
      !model.replies.some(
        (one) => one.late && `${one.item} ${one.who} ${one.choice} ${one.opinion ?? ''}` === line,
      ),
  );
  if (late !== undefined) return `late in the minutes: ${late}`;
  return firstWrong([['decisions in the minutes', lines(false).join(), standing.toSorted().join()]]);
}

interface RoundShape {
  readonly kind: string;
  readonly no: number;
  readonly deadline: number | null;
  readonly closedAt: number | null;
}

function roundLine({ kind, no, deadline, closedAt }: RoundShape): string {
  return `${kind} ${String(no)} ${String(deadline)} ${String(closedAt)}`;
}

function replyLine(
  reply: { readonly choice: string; readonly opinion: string | null; readonly late: boolean } | undefined,
): string {
  return reply === undefined ? 'none' : `${reply.choice} ${String(reply.opinion)} late ${String(reply.late)}`;
}

function sorted(record: Readonly<Record<string, boolean>>): string {
  return Object.entries(record)
    .map(([who, agree]) => `${who} ${String(agree)}`)
    .toSorted()
    .join();
}

function firstWrong(pairs: readonly (readonly [string, unknown, unknown])[]): string | null {
  const wrong = pairs.find(([, told, right]) => told !== right);
  return wrong === undefined ? null : `${wrong[0]}: ${String(wrong[1])}, by the model ${String(wrong[2])}`;
}
