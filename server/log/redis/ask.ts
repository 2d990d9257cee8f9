import { closed } from '../errors.ts';
import type { Client, Connection } from './connection.ts';
import { translate, unavailable } from './errors.ts';

/** Asks Redis, when it can be asked; rejects with a LogError. */
export type Ask = <T>(work: (client: Client) => Promise<T>) => Promise<T>;

/** `patience`: for so many ms a Redis that is away is waited for; 0 refuses at once. */
export const asking =
  (connection: Connection, isOpen: () => boolean, patience = 0): Ask =>
  async (work) => {
    if (!isOpen()) throw closed();
    if (!connection.isUp() && !(patience > 0 && (await connection.comesUp(patience)))) throw unavailable();
    try {
      return await work(connection.main);
    } catch (error) {
      throw translate(error);
    }
  };
