import { once } from 'node:events';
import { WebSocket } from 'ws';

/**
 * A client that speaks just enough of Socket.IO over a bare WebSocket: two thousand of them fit into the process that
 * measures, and what they cost does not hide what the server costs. Messages are counted, and read only when asked.
 */
export class RawClient {
  readonly #socket: WebSocket;
  readonly #acks = new Map<number, (text: string) => void>();
  #nextAck = 0;
  #ready: (() => void) | null = null;
  /** Called with each event's text, `["patch",…`. */
  onEvent: (text: string) => void = () => undefined;

  constructor(url: string, headers: Readonly<Record<string, string>> = {}) {
    this.#socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      headers,
      perMessageDeflate: false,
    });
    this.#socket.on('message', (data: Buffer) => {
      this.#receive(data);
    });
    this.#socket.on('error', () => undefined);
  }

  /** Resolves when the namespace is open. `auth`: the handshake's data. */
  async open(auth: object = {}): Promise<void> {
    await once(this.#socket, 'open');
    const ready = new Promise<void>((resolve) => {
      this.#ready = resolve;
    });
    this.#socket.send(`40${JSON.stringify(auth)}`);
    await ready;
  }

  /** Sends an event and resolves with the answer's JSON text. */
  async ask(event: string, message: unknown): Promise<string> {
    const id = this.#nextAck++;
    return new Promise((resolve) => {
      this.#acks.set(id, resolve);
      this.#socket.send(`42${String(id)}${JSON.stringify([event, message])}`);
    });
  }

  close(): void {
    this.#socket.terminate();
  }

  #receive(data: Buffer): void {
    // Engine.IO's ping is a single 2.
    if (data.length === 1 && data[0] === 0x32) {
      this.#socket.send('3');
      return;
    }
    // 4 message, then Socket.IO's type: 0 connected, 2 event, 3 answer.
    const type = data[1];
    if (type === 0x32) this.onEvent(data.toString('latin1', 2));
    else if (type === 0x33) this.#answer(data.toString('utf8', 2));
    else if (type === 0x30 && data[0] === 0x34) {
      this.#ready?.();
      this.#ready = null;
    } else if (type === 0x34) throw new Error(`the server refused a client: ${data.toString()}`);
  }

  #answer(text: string): void {
    const start = text.indexOf('[');
    const id = Number(text.slice(0, start));
    this.#acks.get(id)?.(text.slice(start));
    this.#acks.delete(id);
  }
}
