import type { CommandInput } from '../../../shared/meeting/commands.ts';
import type { MeetingEvent } from '../../../shared/meeting/events.ts';
import type { Plan } from '../../../shared/meeting/plan.ts';
import { difference } from '../checks/equal.ts';
import { resultIn } from './writtenResult.ts';
import type { ModelResult, Reply } from './writtenResult.ts';

type Kind = 'questions' | 'answers' | 'decisions';

interface ModelRound {
  readonly kind: Kind;
  readonly no: number;
  deadline: number | null;
  closedAt: number | null;
}

interface ModelQuestion {
  readonly who: string;
  readonly item: string;
  readonly answeredAt: number[];
}

/** What the meeting knows besides, as it stands now. */
export interface Around {
  readonly roles: ReadonlyMap<string, string>;
  /** Who is excluded from which item. */
  readonly recusals: ReadonlyMap<string, string>;
  readonly status: string;
}

const memberRoles: ReadonlySet<string> = new Set(['chair', 'deputyChair', 'member']);
const answering: ReadonlySet<string> = new Set(['official', 'secretariat']);
const decidedKinds: ReadonlySet<string> = new Set(['consultation', 'advisoryReport', 'confirmation']);

/** A meeting in writing a second time, with every reply that ever came and nothing of the product's rules. */
export class WrittenModel {
  readonly consents = new Map<string, boolean>();
  readonly rounds: ModelRound[] = [];
  readonly questions: ModelQuestion[] = [];
  /** Everything that was decided, in the order in which it came. */
  readonly replies: Reply[] = [];
  results: Readonly<Record<string, ModelResult>> = {};
  dispatched = false;
  readonly #announced: Partial<Record<Kind, number>> = {};
  readonly #plan: Pick<Plan, 'rules' | 'agenda'>;
  readonly #around: Around;

  constructor(plan: Pick<Plan, 'rules' | 'agenda'>, around: Around) {
    this.#plan = plan;
    this.#around = around;
  }

  get members(): readonly string[] {
    return [...this.#around.roles].filter(([, role]) => memberRoles.has(role)).map(([who]) => who);
  }

  running(kind: Kind): ModelRound | undefined {
    return this.rounds.find((round) => round.kind === kind && round.closedAt === null);
  }

  /** What counts for a member on an item: the last reply in time, else the last that was late. */
  standing(item: string, who: string): Reply | undefined {
    const mine = this.replies.filter((reply) => reply.item === item && reply.who === who);
    return mine.findLast(({ late }) => !late) ?? mine.at(-1);
  }

  /** The items on which decisions are asked for, or came. */
  get decides(): readonly string[] {
    return this.#plan.agenda
      .filter(
        ({ id, kind, vote }) =>
          decidedKinds.has(kind) || vote !== undefined || this.replies.some(({ item }) => item === id),
      )
      .map(({ id }) => id);
  }

  /** Who has not decided on all that they are asked. */
  get missing(): readonly string[] {
    return this.members.filter((who) =>
      this.decides.some((item) => !this.#isRecused(who, item) && this.standing(item, who) === undefined),
    );
  }

  /** Every item as the replies stand. */
  resultsNow(): Readonly<Record<string, ModelResult>> {
    const { rules, agenda } = this.#plan;
    const { members } = this;
    return Object.fromEntries(
      this.decides.map((id) => {
        const asked = members.filter((who) => !this.#isRecused(who, id));
        const share = agenda.find((item) => item.id === id)?.vote?.rule?.decision?.rule;
        return [
          id,
          resultIn({
            choices: asked.flatMap((who) => {
              const reply = this.standing(id, who);
              return reply === undefined || reply.late ? [] : [reply.choice];
            }),
            seats: members.length,
            asked: asked.length,
            share: typeof share === 'object' ? share.fractionAtLeast : null,
            base: rules.written.base,
          }),
        ];
      }),
    );
  }

  /** Whether the meeting must carry this out; null where only the clock could say. */
  accepts(by: string, command: CommandInput): boolean | null {
    const desk = by === 'desk';
    const { status, roles } = this.#around;
    const runs = this.dispatched && status !== 'closed';
    const timed = (deadline: unknown, right: boolean) => (right && deadline !== undefined ? null : right);
    switch (command.do) {
      case 'consentWritten':
        return !this.dispatched && this.#memberSpeaks(by, command.who);
      case 'dispatch':
        return timed(command.deadlines, desk && !this.dispatched && this.#hasConsent());
      case 'submitQuestion':
        return runs && this.#memberSpeaks(by, command.who) && this.#takesQuestions();
      case 'submitAnswer': {
        const who = command.who ?? (desk ? 's01' : by);
        const may = desk || (who === by && roles.get(by) === 'official');
        return (
          runs && may && answering.has(roles.get(who) ?? '') && command.question <= this.questions.length
        );
      }
      case 'submitDecision': {
        const barred = command.choice === 'abstain' && this.#plan.rules.vote.abstention === 'forbidden';
        const who = command.who ?? by;
        return runs && this.#memberSpeaks(by, command.who) && !barred && !this.#isRecused(who, command.item);
      }
      case 'openRound':
        return timed(command.deadline, desk && runs && this.running(command.round) === undefined);
      case 'closeRound':
        return desk && runs && (this.running(command.round) !== undefined || this.#wasHeld(command.round));
      case 'moveDeadline':
        return desk && runs ? null : false;
      case 'notifyResult':
        return desk && runs && this.#last('decisions')?.closedAt != null;
      default:
        return null;
    }
  }

  /** What is wrong with an event, before it is taken; null: nothing. */
  wrong(event: MeetingEvent): string | null {
    switch (event.type) {
      case 'DecisionSubmitted': {
        if (this.#isRecused(event.who, event.item)) return `${event.who} is excluded`;
        const late = this.#isLate(event.at);
        return late === event.late ? null : `late ${String(event.late)}, by the model ${String(late)}`;
      }
      case 'RoundOpened': {
        const before = this.rounds.filter(({ kind }) => kind === event.kind);
        return event.round === before.length + 1 && this.running(event.kind) === undefined
          ? null
          : `round ${String(event.round)} of ${event.kind} after ${String(before.length)}`;
      }
      case 'RoundClosed': {
        if (this.running(event.kind)?.no !== event.round) return 'this round does not run';
        const wrong = difference(event.results, event.kind === 'decisions' ? this.resultsNow() : null);
        return wrong === null ? null : `results${wrong}, the latter by the model`;
      }
      case 'ResultNotified':
        return this.#last('decisions')?.closedAt == null ? 'decisions are not closed' : null;
      default:
        return null;
    }
  }

  take(event: MeetingEvent): void {
    switch (event.type) {
      case 'WrittenConsented':
        this.consents.set(event.who, event.agree);
        return;
      case 'Dispatched':
        this.dispatched = true;
        Object.assign(this.#announced, event.deadlines);
        return;
      case 'RoundOpened': {
        const { kind, round: no, deadline } = event;
        this.rounds.push({ kind, no, deadline, closedAt: null });
        return;
      }
      case 'RoundClosed': {
        const round = this.running(event.kind);
        if (round !== undefined) round.closedAt = event.at;
        this.results = event.results ?? this.results;
        return;
      }
      case 'QuestionSubmitted':
        this.questions.push({ who: event.who, item: event.item, answeredAt: [] });
        return;
      case 'AnswerSubmitted':
        this.questions[event.question - 1]?.answeredAt.push(event.at);
        return;
      case 'DecisionSubmitted': {
        const { item, who, choice, opinion, at } = event;
        const round = this.running('decisions')?.no ?? null;
        this.replies.push({ item, who, choice, opinion, at, round, late: this.#isLate(at) });
        return;
      }
      case 'DeadlineMoved': {
        const round = event.round === null ? undefined : this.running(event.kind);
        if (round === undefined) {
          this.#announced[event.kind] = event.deadline;
          return;
        }
        round.deadline = event.deadline;
        if (event.kind !== 'decisions') return;
        // Nobody becomes late who was in time.
        for (const reply of this.replies)
          if (reply.round === round.no && reply.at <= event.deadline) reply.late = false;
        return;
      }
      default:
    }
  }

  #last(kind: Kind): ModelRound | undefined {
    return this.rounds.findLast((round) => round.kind === kind);
  }

  #isLate(at: number): boolean {
    const round = this.running('decisions');
    return round === undefined || (round.deadline !== null && at > round.deadline);
  }

  #isRecused(who: string, item: string): boolean {
    return this.#around.recusals.get(who) === item;
  }

  /** The desk for a member whom it names, or a member for themselves. */
  #memberSpeaks(by: string, named: string | undefined): boolean {
    const who = named ?? by;
    return (by === 'desk' || who === by) && memberRoles.has(this.#around.roles.get(who) ?? '');
  }

  #hasConsent(): boolean {
    const agreed = [...this.consents].filter(([, agree]) => agree).map(([who]) => who);
    if (this.consents.size === 0) return true;
    return this.#plan.rules.written.consent === 'chair'
      ? agreed.some((who) => this.#around.roles.get(who) === 'chair')
      : agreed.length * 2 > this.members.length;
  }

  /** While their round runs, or, until decisions are collected, once an answer has come since it was closed. */
  #takesQuestions(): boolean {
    if (this.running('questions') !== undefined) return true;
    const closedAt = this.#last('questions')?.closedAt ?? Infinity;
    const answered =
      (this.#last('answers')?.closedAt ?? -Infinity) >= closedAt ||
      this.questions.some(({ answeredAt }) => answeredAt.some((at) => at >= closedAt));
    return answered && this.#last('decisions') === undefined;
  }

  /** Took place without having been opened: nobody decided, or answers came when their round was closed. */
  #wasHeld(kind: Kind): boolean {
    const last = this.#last(kind);
    if (last === undefined) return true;
    const closedAt = last.closedAt ?? Infinity;
    return (
      kind === 'answers' && this.questions.some(({ answeredAt }) => answeredAt.some((at) => at > closedAt))
    );
  }
}
