import type { CommandInput } from '../../../shared/meeting/commands.ts';
import type { MeetingEvent } from '../../../shared/meeting/events.ts';
import type { Plan } from '../../../shared/meeting/plan.ts';
import type { Channel } from '../../../shared/meeting/person.ts';
import { ElectionsModel } from './elections.ts';
import { WrittenModel } from './written.ts';

/*
 * Queue, attendance and votes a second time, as plainly as they can be said, and with nothing of the product's rules:
 * what both say of the same log has to be the same.
 */

export interface ModelSeat {
  presence: 'expected' | 'present' | 'absent' | 'left';
  channel: Channel | null;
  identified: boolean;
  lost: boolean;
  excluded: boolean;
  /** Went when the grace of a lost link was over. */
  leftWithLink: boolean;
}

export interface ModelHand {
  readonly who: string;
  readonly kind: 'speak' | 'followUp' | 'pointOfOrder';
  readonly raisedAt: number;
  readonly no: number;
}

export interface ModelCount {
  yes: number;
  no: number;
  abstain: number;
  invalid: number;
}

export interface ModelVote {
  readonly id: string;
  readonly item: string;
  readonly method: string;
  status: 'open' | 'closed' | 'declared' | 'void' | 'escalated';
  readonly eligible: Readonly<Record<string, Channel>>;
  /** A special majority: no casting vote, and the share asked for. */
  readonly share: { readonly n: number; readonly d: number } | null;
  readonly ballots: Map<string, string>;
  readonly took: Set<string>;
  /** What the presses chose whose ballots went into the box: the log does not say it. */
  readonly cast: string[];
  box: (ModelCount & { blank: number }) | null;
  readonly hands: Partial<Record<Channel, ModelCount>>;
  resolutions: { who: string | null; as: string; count: number; byRule: boolean }[];
  casting: 'yes' | 'no' | null;
}

type AttendanceType =
  | 'CheckedIn'
  | 'IdentityConfirmed'
  | 'ChannelChanged'
  | 'ConnectionLost'
  | 'ConnectionRestored'
  | 'Left'
  | 'ExcludedFromVote'
  | 'MarkedAbsent';

/** Folds a log; `take` each event in its order. */
export class MeetingModel {
  status = 'preparing';
  item: string | null = null;
  listOpen = true;
  speaker: string | null = null;
  turns = 0;
  observers = 0;
  named: string | null = null;
  /** The chair overruled the queue since it was last empty. */
  overruled = false;
  hands: ModelHand[] = [];
  version = 1;
  readonly seats = new Map<string, ModelSeat>();
  readonly roles = new Map<string, string>();
  readonly recusals = new Map<string, string>();
  readonly votes = new Map<string, ModelVote>();
  /** Turns from the queue on this item. */
  readonly times = new Map<string, number>();
  vote: ModelVote | null = null;
  readonly rules: Plan['rules'];
  readonly elections = new ElectionsModel();
  /** Null: the meeting is held. */
  readonly written: WrittenModel | null;

  /** Items that the public may not attend. */
  readonly #closed: ReadonlySet<string>;

  constructor(plan: Pick<Plan, 'people' | 'rules' | 'agenda' | 'meeting'>) {
    this.rules = plan.rules;
    this.written = plan.meeting.mode === 'written' ? new WrittenModel(plan, this) : null;
    this.#closed = new Set(plan.agenda.flatMap((item) => (item.public?.open === false ? [item.id] : [])));
    for (const { id, role } of plan.people) {
      this.roles.set(id, role);
      this.seats.set(id, {
        presence: 'expected',
        channel: null,
        identified: false,
        lost: false,
        excluded: false,
        leftWithLink: false,
      });
    }
  }

  /** `command`: what somebody pressed and this event came of; null: the server's own. */
  take(event: MeetingEvent, command: CommandInput | null = null): void {
    this.version += 1;
    this.elections.take(event, command);
    this.written?.take(event);
    switch (event.type) {
      case 'MeetingOpened':
      case 'Resumed':
      case 'Dispatched':
        this.status = 'open';
        return;
      case 'Recessed':
        this.status = 'recess';
        this.speaker = null;
        return;
      case 'Adjourned':
        this.status = 'adjourned';
        this.speaker = null;
        return;
      case 'MeetingClosed':
      case 'ResultNotified':
        this.status = 'closed';
        this.speaker = null;
        return;
      case 'Presided':
        this.named = event.who;
        return;
      case 'ItemStarted':
        this.item = event.item;
        this.speaker = null;
        this.listOpen = true;
        this.times.clear();
        return;
      case 'ItemEnded':
        this.item = null;
        this.speaker = null;
        return;
      case 'ListClosed':
      case 'ListOpened':
        this.listOpen = event.type === 'ListOpened';
        return;
      case 'ObserversAdmitted':
        this.observers = event.count;
        return;
      case 'CheckedIn':
      case 'IdentityConfirmed':
      case 'ChannelChanged':
      case 'ConnectionLost':
      case 'ConnectionRestored':
      case 'Left':
      case 'ExcludedFromVote':
      case 'MarkedAbsent':
        this.#attend(event, this.seat(event.who));
        return;
      case 'Recused':
        this.recusals.set(event.who, event.item);
        return;
      case 'RecusalEnded':
        this.recusals.delete(event.who);
        return;
      case 'HandRaised': {
        const { who, kind, raisedAt } = event;
        this.#lower(who);
        this.hands.push({ who, kind, raisedAt, no: this.version });
        return;
      }
      case 'HandLowered':
        this.#lower(event.who);
        return;
      case 'HandReordered':
        this.overruled = true;
        return;
      case 'TurnBegan':
        this.speaker = event.who;
        this.turns = event.turn;
        if (event.fromQueue) this.times.set(event.who, (this.times.get(event.who) ?? 0) + 1);
        return;
      case 'FloorYielded':
      case 'ExplanationEnded':
        this.speaker = null;
        return;
      case 'ElectedDeclared':
        for (const [who, role] of this.roles) if (role === event.office) this.roles.set(who, 'member');
        this.roles.set(event.who, event.office);
        return;
      default:
        this.#voting(event, command);
    }
  }

  /** The item before the meeting is closed to the public. */
  get isClosed(): boolean {
    return this.item !== null && this.#closed.has(this.item);
  }

  seat(who: string): ModelSeat {
    const seat = this.seats.get(who);
    if (seat === undefined) throw new Error(`${who} is not on the roster`);
    return seat;
  }

  isMember(who: string): boolean {
    return ['chair', 'deputyChair', 'member'].includes(this.roles.get(who) ?? '');
  }

  /** Who leads: whoever was named, else the chair, else the deputy, whoever of them is here and not excluded. */
  presiding(item: string | null = this.item): string | null {
    const here = (who: string) =>
      this.seat(who).presence === 'present' && (item === null || this.recusals.get(who) !== item);
    const withRole = (role: string) => [...this.roles].find(([who, its]) => its === role && here(who))?.[0];
    if (this.named !== null && here(this.named)) return this.named;
    return withRole('chair') ?? withRole('deputyChair') ?? null;
  }

  #attend(event: MeetingEvent<AttendanceType>, seat: ModelSeat): void {
    const known = (channel: Channel) => channel === 'inRoom' || this.rules.online.identityCheck === 'none';
    switch (event.type) {
      case 'CheckedIn': {
        const sameLink = event.by === 'system' && seat.identified;
        Object.assign(seat, { presence: 'present', channel: event.channel, lost: false, excluded: false });
        seat.identified = known(event.channel) || sameLink;
        return;
      }
      case 'IdentityConfirmed':
        seat.identified = true;
        return;
      case 'ChannelChanged':
        Object.assign(seat, { channel: event.channel, lost: false, excluded: false });
        seat.identified = known(event.channel);
        return;
      case 'ConnectionLost':
        seat.lost = true;
        return;
      case 'ConnectionRestored':
        Object.assign(seat, { lost: false, excluded: false });
        return;
      case 'Left':
        Object.assign(seat, { presence: 'left', lost: false, excluded: false });
        seat.leftWithLink = event.cause === 'connection';
        return;
      case 'ExcludedFromVote':
        seat.excluded = true;
        return;
      case 'MarkedAbsent':
        Object.assign(seat, {
          presence: 'absent',
          channel: null,
          identified: false,
          lost: false,
          excluded: false,
        });
        return;
    }
  }

  #lower(who: string): void {
    this.hands = this.hands.filter((hand) => hand.who !== who);
    if (this.hands.length === 0) this.overruled = false;
  }

  #voting(event: MeetingEvent, command: CommandInput | null): void {
    if (event.type === 'VoteOpened') {
      const { rule } = event.decision;
      this.vote = {
        id: event.vote,
        item: event.item,
        method: event.method,
        status: 'open',
        eligible: event.eligible,
        share: typeof rule === 'object' ? rule.fractionAtLeast : null,
        ballots: new Map(),
        took: new Set(),
        cast: [],
        box: null,
        hands: {},
        resolutions: [],
        casting: null,
      };
      this.votes.set(event.vote, this.vote);
      return;
    }
    const vote = 'vote' in event ? this.votes.get(event.vote) : undefined;
    if (vote === undefined) return;
    switch (event.type) {
      case 'VoteCast':
      case 'VoteRecorded':
        vote.ballots.set(event.who, event.choice);
        return;
      case 'SecretBallotCast':
        vote.took.add(event.who);
        vote.cast.push(command?.do === 'castVote' ? command.choice : 'unknown');
        return;
      case 'CountRecorded': {
        const { yes, no, abstain, invalid } = event;
        vote.hands[event.channel] = { yes, no, abstain, invalid };
        vote.casting = null;
        return;
      }
      case 'VoteClosed':
        vote.status = 'closed';
        return;
      case 'BoxOpened': {
        const { yes, no, abstain, blank } = event;
        vote.box = { yes, no, abstain, blank, invalid: 0 };
        return;
      }
      case 'VoteResolved': {
        const { who, as, count, byRule } = event;
        if (byRule) vote.resolutions = vote.resolutions.filter((one) => !one.byRule);
        if (count > 0) vote.resolutions.push({ who, as, count, byRule });
        vote.casting = null;
        return;
      }
      case 'VoteCorrected': {
        const hands = vote.hands[vote.eligible[event.who] ?? 'inRoom'];
        if (event.was === 'resolution')
          vote.resolutions = vote.resolutions.filter(({ who }) => who !== event.who);
        if (event.was === 'hands' && hands !== undefined && event.from !== null && event.from !== 'blank')
          hands[event.from] -= 1;
        vote.ballots.set(event.who, event.choice);
        vote.casting = null;
        return;
      }
      case 'CastingVoteGiven':
        vote.casting = event.choice;
        return;
      case 'ResultDeclared':
        vote.status = 'declared';
        return;
      case 'VoteVoided':
        vote.status = 'void';
        return;
      case 'VoteEscalated':
        vote.status = 'escalated';
        return;
      default:
    }
  }
}
