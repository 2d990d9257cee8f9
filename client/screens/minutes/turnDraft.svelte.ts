import type { BlockOf } from '../../../shared/minutes/block.ts';
import type { CommandInput } from '../../../shared/meeting/commands.ts';
import type { Answer } from '../../../shared/protocol/messages.ts';

type Written = Pick<BlockOf<'turn'>, 'text'>;

/**
 * One turn's words while somebody types them. What is typed is sent with the words that it started from, so that the
 * server merges in what others wrote, split and joined meanwhile; the page then shows what came of it.
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
  #saving: Promise<boolean> | null = null;
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

  /** The turn as the server has it now. It waits while something here is not saved: the server merges better. */
  receive(block: Written): void {
    this.#held = block;
    this.#settle();
  }

  /** The conversion is over. */
  composed(): void {
    this.composing = false;
    this.#settle();
  }

  /** Sends what was typed; true when the server has all of it. One at a time: what is typed meanwhile goes next. */
  async save(send: (command: CommandInput) => Promise<Answer>): Promise<boolean> {
    this.#saving ??= this.#saveAll(send).finally(() => {
      this.#saving = null;
      this.#settle();
    });
    return this.#saving;
  }

  async #saveAll(send: (command: CommandInput) => Promise<Answer>): Promise<boolean> {
    while (this.unsent) {
      const text = this.text;
      const answer = await send({ do: 'writeTurn', turn: this.turn, text, base: this.#base });
      if (!answer.ok) return false;
      this.#base = text;
    }
    return true;
  }

  #settle(): void {
    if (this.#held === null || this.#saving !== null || this.composing || this.unsent) return;
    const { text } = this.#held;
    this.#held = null;
    if (text === this.#base) return;
    this.text = text;
    this.#base = text;
  }
}
