import { Encoder } from 'socket.io-parser';
import type { Packet } from 'socket.io-parser';

/**
 * Socket.IO's own format, written with less work. A view that many screens are handed when they join is put into
 * JSON once and not once for each of them, and no packet is searched for binary data, of which we send none.
 */
export class ViewEncoder extends Encoder {
  /** The views last handed out, by identity: a view never changes, the next one is another object. */
  static readonly #texts = new WeakMap<object, string>();

  override encode(packet: Packet): (string | Buffer)[] {
    const head = `${packet.type}${packet.nsp === '/' ? '' : `${packet.nsp},`}${packet.id ?? ''}`;
    if (packet.data === undefined) return [head];
    const view = viewIn(packet.data);
    if (view === null) return [head + JSON.stringify(packet.data)];
    const { view: _, ...rest } = (packet.data as [object & { view?: unknown }])[0];
    return [`${head}[${JSON.stringify(rest).slice(0, -1)},"view":${this.#textOf(view)}}]`];
  }

  #textOf(view: object): string {
    const known = ViewEncoder.#texts.get(view);
    if (known !== undefined) return known;
    const text = JSON.stringify(view);
    ViewEncoder.#texts.set(view, text);
    return text;
  }
}

/** The view in the answer to a join. */
function viewIn(data: unknown): object | null {
  if (!Array.isArray(data) || data.length !== 1) return null;
  const answer: unknown = data[0];
  if (typeof answer !== 'object' || answer === null || !('view' in answer) || !('ok' in answer)) return null;
  return typeof answer.view === 'object' ? answer.view : null;
}
