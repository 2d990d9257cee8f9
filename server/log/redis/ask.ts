import { closed } from '../errors.ts';
import type { Client, Connection } from './connection.ts';
import { translate, unavailable } from './errors.ts';

/** Asks Redis, when it can be asked; rejects with a LogError. */
export type Ask = <T>(work: (client: Client) => Promise<T>) => Promise<T>;

export const asking =
  (connection: Connection, isOpen: () => boolean): Ask =>
  async (work) => {
    if (!isOpen()) throw closed();
    if (!connection.isUp()) throw unavailable();
    try {
      return await work(connection.main);
    } catch (error) {
      throw translate(error);
    }
  };
