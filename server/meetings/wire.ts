import type { ServerToClient } from '../../shared/protocol/messages.ts';
import type { MinutesReaders } from './minutesStream.ts';
import type { Audience } from '../../shared/views/types/audience.ts';

export type ServerEvent = keyof ServerToClient;
export type ServerMessage<E extends ServerEvent> = Parameters<ServerToClient[E]>[0];

/** The way out to the screens. A room is a name under which connections are reached together. */
export interface Wire {
  /** To everybody in the room; encoded once, however many they are. */
  toRoom<E extends ServerEvent>(room: string, event: E, message: ServerMessage<E>): void;
}

export const rooms = {
  /** Those who are told of a rehearsal's clock. */
  clock: (meeting: string) => `${meeting}/clock`,
  audience: (meeting: string, audience: Audience) => `${meeting}/${audience}`,
  person: (meeting: string, person: string) => `${meeting}/@${person}`,
  minutes: (meeting: string, readers: MinutesReaders) => `${meeting}/minutes/${readers}`,
};
