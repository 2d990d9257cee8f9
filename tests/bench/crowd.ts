import { protocolVersion } from '../../shared/protocol/messages.ts';
import { RawClient } from './rawClient.ts';
import type { Seat, ServerProcess, Usage } from './serverProcess.ts';

/** Clients that connect at a time: a burst of all of them would measure the accept queue. */
const batch = 50;

/** Everybody who is connected to one server, the chair among them. */
export class Crowd {
  readonly clients: readonly RawClient[];
  readonly chair: RawClient;
  /** Memory of the server before anybody came, and when everybody was there, in bytes. */
  readonly before: Usage;
  readonly after: Usage;

  private constructor(clients: readonly RawClient[], chair: RawClient, before: Usage, after: Usage) {
    this.clients = clients;
    this.chair = chair;
    this.before = before;
    this.after = after;
  }

  /** The chair joins in the middle: a server that serves in the order of arrival reaches it half-way. */
  static async join(server: ServerProcess, count: number): Promise<Crowd> {
    const seats = await server.ask<Seat[]>({ ask: 'seats', count });
    const [first, ...others] = seats;
    if (first === undefined) throw new Error('a crowd has somebody in it');
    others.splice(Math.floor(others.length / 2), 0, first);
    const before = await server.ask<Usage>('usage');
    const clients: RawClient[] = [];
    for (let from = 0; from < others.length; from += batch)
      clients.push(
        ...(await Promise.all(
          others.slice(from, from + batch).map((seat) => joined(server.url, seat, seat === first)),
        )),
      );
    const after = await server.ask<Usage>('usage');
    const chair = clients[others.indexOf(first)];
    if (chair === undefined) throw new Error('the chair is not there');
    return new Crowd(clients, chair, before, after);
  }

  close(): void {
    for (const client of this.clients) client.close();
  }
}

async function joined(url: string, { headers, auth, meeting }: Seat, isChair: boolean): Promise<RawClient> {
  const client = new RawClient(url, headers);
  await client.open(auth);
  const audience = isChair ? 'chair' : 'member';
  const answer = await client.ask('join', { protocol: protocolVersion, meeting, audience });
  if (!answer.startsWith('[{"ok":true')) throw new Error(`the server refused a client: ${answer}`);
  return client;
}
