/**
 * Links and the sessions they open. A token or a session's secret is never stored, only its SHA-256: whoever reads
 * the file cannot enter with what it holds. (128 random bits need no slow hash.)
 */

export type LinkRole = 'desk' | 'person' | 'screen' | 'observer';

export interface Link {
  readonly id: string;
  /** Lower-case hex SHA-256 of the token. */
  readonly tokenHash: string;
  /** Null: the town hall's own desk, over all meetings. */
  readonly meeting: string | null;
  /** The person in the meeting's roster; null for the desk, a screen, or observers. */
  readonly person: string | null;
  readonly role: LinkRole;
  /** All times are epoch milliseconds. */
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
  /** Opens one session only. */
  readonly oneTime: boolean;
  /** When it first opened a session. */
  readonly usedAt: number | null;
}

export type NewLink = Omit<Link, 'revokedAt' | 'usedAt'>;

export interface Session {
  readonly id: string;
  /** Lower-case hex SHA-256 of the cookie's secret. */
  readonly secretHash: string;
  readonly linkId: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  readonly revokedAt: number | null;
}

export type LinkRefusal = 'unknown' | 'revoked' | 'expired' | 'used';

export type Exchange =
  | { readonly status: 'opened'; readonly link: Link; readonly session: Session }
  | { readonly status: 'refused'; readonly reason: LinkRefusal };

/** Everything is durable when its promise resolves, but for `touchSessions`, which may lose its last seconds. */
export interface Credentials {
  createLink(link: NewLink): Promise<Link>;
  findLink(tokenHash: string): Promise<Link | null>;
  linkById(id: string): Promise<Link | null>;
  /** In the order in which they were made; null lists the town hall's own. */
  listLinks(meeting: string | null): Promise<readonly Link[]>;
  /**
   * A token for a session, in one step: of two that come with the same one-time token, one is let in. The link is
   * marked as used at `now`.
   */
  exchange(
    tokenHash: string,
    session: { readonly id: string; readonly secretHash: string },
    now: number,
  ): Promise<Exchange>;
  /** The link and all its sessions die; false when it was dead or unknown already. */
  revokeLink(id: string, now: number): Promise<boolean>;
  /** Null when there is none or when it (or its link) is revoked, or its link has expired. */
  findSession(
    secretHash: string,
    now: number,
  ): Promise<{ readonly session: Session; readonly link: Link } | null>;
  /** The living sessions of a meeting's links (null: the town hall's own). */
  listSessions(meeting: string | null): Promise<readonly Session[]>;
  /** Notes when these were seen, all in one step. */
  touchSessions(ids: readonly string[], now: number): Promise<void>;
  /** Signing out; false when it was dead or unknown already. */
  revokeSession(id: string, now: number): Promise<boolean>;
  /** Deletes a meeting's links and all their sessions, dead ones too: nothing of them is left. Again: does no harm. */
  removeLinks(meeting: string): Promise<void>;
}
