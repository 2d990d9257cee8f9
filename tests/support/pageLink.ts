import { commandId } from '../../client/connection/commandId.ts';
import { Link } from '../../client/connection/link.ts';
import { socketWire } from '../../client/connection/socketWire.ts';
import type { CommandInput } from '../../shared/meeting/commands.ts';
import type { Answer } from '../../shared/protocol/messages.ts';
import type { Audience, Views } from '../../shared/views/types.ts';
import type { TestSession } from './testClient.ts';

/** The page's own connection, in Node: it comes back by itself, sends again what was not answered, and owns its offset. */
export class PageLink<A extends Audience = Audience> {
  readonly link: Link<A>;
  /** Told after each change of what the page knows. */
  onchange: () => void = () => undefined;
  #waiting: (() => void)[] = [];

  constructor(url: string, meeting: string, audience: A, session: TestSession) {
    this.link = new Link({
      wire: socketWire({ url, session: session.session, headers: { cookie: session.cookie } }),
      timers: {
        now: () => performance.now(),
        after(ms, run) {
          const timer = setTimeout(run, ms);
          return () => {
            clearTimeout(timer);
          };
        },
      },
      drawer: { read: () => [], write: () => undefined },
      newId: commandId,
      meeting,
      audience,
    });
    this.link.listen({
      changed: () => {
        this.onchange();
        for (const wake of this.#waiting.splice(0)) wake();
      },
    });
    this.link.open();
  }

  get view(): Views[A] | null {
    return this.link.replica.view;
  }

  get version(): number {
    return this.view?.version ?? 0;
  }

  send(command: CommandInput): Promise<Answer> {
    return this.link.send(command);
  }

  /** Sends a command that must be carried out. @throws Error with the refusal */
  async must(command: CommandInput): Promise<Extract<Answer, { ok: true }>> {
    const answer = await this.send(command);
    if (!answer.ok) throw new Error(`${command.do}: ${answer.refusal.code}: ${answer.refusal.en}`);
    return answer;
  }

  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((wake) => this.#waiting.push(wake));
  }

  async reach(version: number): Promise<void> {
    await this.until(() => this.version >= version);
  }

  close(): void {
    this.link.close();
  }
}
