import type { VoteChoice } from '../../components/choice.ts';
import type { VoteBook } from '../../../shared/views/types/voteBook.ts';
import { anythingTyped, recordedCount, sameCount, type TypedCount } from './voteBooks.ts';

type Channel = 'inRoom' | 'online';

/** A channel's count as it is sent. */
type Recorded = Readonly<Record<'yes' | 'no' | 'abstain' | 'invalid', number>>;

/** One channel's count while it is typed. */
interface Typed {
  readonly count: TypedCount;
  readonly invalid: number | null;
  /** The log's version with which the server took it: from that view on the server's is shown. Null: not taken. */
  readonly takenAt: number | null;
}

/** The count of hands while it is typed, for one vote. What the server has shows where nothing newer was typed. */
export class CountDraft {
  countsOnline = $state(false);
  #typed = $state.raw<Readonly<Partial<Record<Channel, Typed>>>>({});
  /** What was sent last and has no answer yet: the page does not show it, and the server may have it. */
  #underWay: Partial<Record<Channel, Recorded>> = {};
  readonly #version: () => number;

  /** `version`: the log's version that the page shows. */
  constructor(version: () => number) {
    this.#version = version;
  }

  shown(book: VoteBook, channel: Channel): TypedCount {
    return this.#of(channel)?.count ?? recordedCount(book, channel);
  }

  invalidShown(book: VoteBook, channel: Channel): number | null {
    const typed = this.#of(channel);
    return typed === undefined ? (book.counts[channel]?.invalid ?? null) : typed.invalid;
  }

  type(book: VoteBook, channel: Channel, choice: VoteChoice, value: number | null): void {
    this.#set(book, channel, { count: { ...this.shown(book, channel), [choice]: value } });
  }

  typeInvalid(book: VoteBook, channel: Channel, value: number | null): void {
    this.#set(book, channel, { invalid: value });
  }

  /**
   * A cell is left: what there is to send of its channel, to be told of in `answered`. Null where nothing was typed, or
   * where it is what the server has; then what others count is shown again.
   */
  leave(book: VoteBook, channel: Channel): Recorded | null {
    const typed = this.#of(channel);
    if (typed === undefined || typed.takenAt !== null) return null;
    const { yes, no, abstain } = typed.count;
    const count = { yes: yes ?? 0, no: no ?? 0, abstain: abstain ?? 0, invalid: typed.invalid ?? 0 };
    const sent = this.#underWay[channel];
    const known = sent ?? book.counts[channel];
    const nothing = !anythingTyped(typed.count) && typed.invalid === null;
    if (known === undefined ? nothing : sameCount(count, known) && count.invalid === known.invalid) {
      if (sent === undefined) this.#typed = { ...this.#typed, [channel]: undefined };
      return null;
    }
    this.#underWay[channel] = count;
    return count;
  }

  /**
   * The server has taken this count, as of a version; null: it has not. What was typed on meanwhile is still to be sent.
   */
  answered(channel: Channel, sent: Recorded, version: number | null): void {
    if (this.#underWay[channel] === sent) this.#underWay[channel] = undefined;
    const typed = this.#typed[channel];
    if (version === null || typed === undefined) return;
    if (sameCount(typed.count, sent) && (typed.invalid ?? 0) === sent.invalid)
      this.#typed = { ...this.#typed, [channel]: { ...typed, takenAt: version } };
  }

  /** What was typed and not yet overtaken by what the server has. */
  #of(channel: Channel): Typed | undefined {
    const typed = this.#typed[channel];
    // The view of an earlier count may still be on its way: it has not what was taken after it.
    const overtaken = typed != null && typed.takenAt !== null && this.#version() >= typed.takenAt;
    return overtaken ? undefined : typed;
  }

  #set(book: VoteBook, channel: Channel, change: Partial<Pick<Typed, 'count' | 'invalid'>>): void {
    const typed: Typed = {
      count: this.shown(book, channel),
      invalid: this.invalidShown(book, channel),
      takenAt: null,
      ...change,
    };
    this.#typed = { ...this.#typed, [channel]: typed };
  }
}
