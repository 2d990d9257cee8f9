import type { CommandInput } from '../../../shared/meeting/commands.ts';
import type { Answer } from '../../../shared/protocol/messages.ts';
import type { Sentence } from '../../../shared/protocol/language.ts';

type Send = (command: CommandInput) => Promise<Answer>;

/** What one place of the desk is trying to do: the refusal is shown there and nowhere else. */
export class Attempt {
  refusal = $state.raw<Sentence | null>(null);
  /** Sent and not yet answered. */
  busy = $state(false);
  readonly #send: Send;
  #underway = 0;

  constructor(send: Send) {
    this.#send = send;
  }

  /** Whether the command was carried out; a refusal stays to be read until the next try. */
  async run(command: CommandInput): Promise<boolean> {
    return (await this.ask(command)).ok;
  }

  /** The same for who needs the answer. */
  async ask(command: CommandInput): Promise<Answer> {
    this.refusal = null;
    this.#underway++;
    this.busy = true;
    const answer = await this.#send(command);
    this.#underway--;
    this.busy = this.#underway > 0;
    if (!answer.ok && answer.refusal.code !== 'client/replaced') this.refusal = answer.refusal;
    return answer;
  }

  /** One command after the other, as long as each is carried out. */
  async runAll(commands: readonly CommandInput[]): Promise<boolean> {
    for (const command of commands) if (!(await this.run(command))) return false;
    return true;
  }

  /** Says something of its own where a refusal would stand. */
  tell(sentence: Sentence | null): void {
    this.refusal = sentence;
  }
}
