/**
 * Where things lie in Redis. `kyoshu:` comes before each (the client's key prefix), so that one Redis may hold other
 * things beside.
 */
export const PREFIX = 'kyoshu:';

/** Ids of meetings, in the order in which they were made. */
export const MEETINGS = 'meetings';
/** Hints to the other nodes: a meeting was frozen, or confirmed. */
export const NOTICES = 'notices';

/** `version`, `head` (the last record's hash), `epoch`, `createdAt`, and `frozen` while the desk must confirm. */
export const metaKey = (meeting: string): string => `meeting:${meeting}:meta`;
/** The stream of records: entry `7-0` is record 7, with its `body` and `hash`. Never trimmed. */
export const logKey = (meeting: string): string => `meeting:${meeting}:log`;
/** By command id: the version, a space, and the answer as JSON. */
export const answersKey = (meeting: string): string => `meeting:${meeting}:answers`;
export const snapshotKey = (meeting: string): string => `meeting:${meeting}:snapshot`;

/** A set of deposits, each encrypted for itself; a set has no order. */
export const boxKey = (box: string): string => `box:${box}:deposits`;
export const boxSecretKey = (box: string): string => `box:${box}:key`;

/** Whose turn it is to append: `holder`, `until`, and `next`, `asked` of a node that waits for it. */
export const turnKey = (meeting: string): string => `meeting:${meeting}:turn`;
/** By node: who is connected there, as JSON. */
export const hereKey = (meeting: string): string => `meeting:${meeting}:here`;
/** Is there while the node lives. */
export const nodeKey = (node: string): string => `node:${node}`;

export const LINKS = 'links';
export const LINK_TOKENS = 'linkTokens';
export const SESSIONS = 'sessions';
export const SESSION_SECRETS = 'sessionSecrets';
/** When a session was last seen: a sorted set, so that it only moves forward. */
export const SEEN = 'sessionsSeen';
export const DRAFTS = 'drafts';
/** The register of what was taken out, as JSON, the oldest first. */
export const DISPOSALS = 'disposals';
export const linksOfKey = (meeting: string | null): string =>
  meeting === null ? 'linksOfHall' : `linksOf:${meeting}`;
export const sessionsOfKey = (link: string): string => `sessionsOf:${link}`;
