import type { BlockOf } from '../../../shared/minutes/block.ts';
import { mergeText } from '../../../shared/minutes/mergeText.ts';
import type { CommandInput } from '../../../shared/meeting/commands.ts';
import type { Answer } from '../../../shared/protocol/messages.ts';

type Written = Pick<BlockOf<'turn'>, 'text' | 'changed'>;

/**
 * One turn's words while somebody types them. What others write meanwhile is merged in, and what is typed is sent with
 * the words that it started from, so that the server merges as well: nobody's words are lost.
 */
export class TurnDraft {
  readonly turn: number;
  text = $state('');
  /** A conversion of Japanese input is open: what comes from others waits for its end. */
  composing = false;
  /** The words on the server that `text` started from. */
  #base: string;
  /** What the page put into an empty turn to start from: as long as it stands alone it is not sent. */
  readonly #offered: string;
  #sending = false;
  #held: Written | null = null;

  constructor(block: Pick<BlockOf<'turn'>, 'turn' | 'text'>, offered = '') {
    this.turn = block.turn;
    this.#base = block.text;
    this.#offered = block.text === '' ? offered : '';
    this.text = block.text === '' ? offered : block.text;
  }

  /** Something was typed that the server does not have yet. */
  get unsent(): boolean {
    return this.text !== this.#base && !(this.#base === '' && this.text === this.#offered);
  }

  /** The turn as the server has it now. */
  receive(block: Written): void {
    if (this.#sending || this.composing) this.#held = block;
    else this.#take(block);
  }

  /** The conversion is over. */
  composed(): void {
    this.composing = false;
    if (!this.#sending) this.#takeHeld();
  }

  /** Sends what was typed; true when the server has all of it. One at a time: what is typed meanwhile goes next. */
  async save(send: (command: CommandInput) => Promise<Answer>): Promise<boolean> {
    if (this.#sending) return false;
    while (this.unsent) {
      const text = this.text;
      this.#sending = true;
      const answer = await send({ do: 'writeTurn', turn: this.turn, text, base: this.#base });
      this.#sending = false;
      if (!answer.ok) {
        this.#takeHeld();
        return false;
      }
      this.#base = text;
      // Words that came while this was on its way are the server's answer to it, or are on the way once more.
      if (this.#held !== null && this.#held.changed < answer.version) this.#held = null;
      if (!this.composing) this.#takeHeld();
    }
    return true;
  }

  #takeHeld(): void {
    const held = this.#held;
    this.#held = null;
    if (held !== null) this.#take(held);
  }

  #take({ text }: Written): void {
    if (text === this.#base) return;
    const untouched = !this.unsent;
    this.text = untouched ? text : mergeText(this.#base, text, this.text);
    this.#base = text;
  }
}
