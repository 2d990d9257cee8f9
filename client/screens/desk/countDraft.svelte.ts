import type { VoteChoice } from '../../components/choice.ts';
import type { DeskView } from '../../../shared/views/types.ts';
import { anythingTyped, recordedCount, sameCount, type TypedCount } from './voteBooks.ts';

type Book = NonNullable<DeskView['book']>;
type Channel = 'inRoom' | 'online';

/** The count of hands while it is typed, for one vote. What the server has shows where nothing newer was typed. */
export class CountDraft {
  countsOnline = $state(false);
  #typed = $state.raw<Readonly<Partial<Record<Channel, TypedCount>>>>({});
  #invalid = $state.raw<number | null | undefined>(undefined);

  shown(book: Book, channel: Channel): TypedCount {
    return this.#typed[channel] ?? recordedCount(book, channel);
  }

  type(book: Book, channel: Channel, choice: VoteChoice, value: number | null): void {
    this.#typed = { ...this.#typed, [channel]: { ...this.shown(book, channel), [choice]: value } };
  }

  invalidShown(book: Book): number | null {
    return this.#invalid === undefined ? (book.counts.inRoom?.invalid ?? null) : this.#invalid;
  }

  typeInvalid(book: Book, value: number | null): void {
    this.#invalid = value;
    this.#typed = { ...this.#typed, inRoom: this.shown(book, 'inRoom') };
  }

  /** Invalid papers or hands, of both channels. */
  invalidOf(book: Book): number {
    return (this.invalidShown(book) ?? 0) + (book.counts.online?.invalid ?? 0);
  }

  /** What there is to record of a channel; null where nothing was typed or it is what the server has. */
  toRecord(
    book: Book,
    channel: Channel,
  ): { yes: number; no: number; abstain: number; invalid: number } | null {
    const typed = this.#typed[channel];
    if (typed === undefined) return null;
    const recorded = recordedCount(book, channel);
    const invalid =
      channel === 'inRoom' ? (this.invalidShown(book) ?? 0) : (book.counts.online?.invalid ?? 0);
    const known = book.counts[channel];
    if (known === undefined && !anythingTyped(typed) && invalid === 0) return null;
    if (known !== undefined && sameCount(typed, recorded) && invalid === known.invalid) return null;
    return { yes: typed.yes ?? 0, no: typed.no ?? 0, abstain: typed.abstain ?? 0, invalid };
  }

  /** The server has it: what it shows is from there again. */
  recorded(channel: Channel): void {
    const { [channel]: _gone, ...rest } = this.#typed;
    this.#typed = rest;
    if (channel === 'inRoom') this.#invalid = undefined;
  }
}
