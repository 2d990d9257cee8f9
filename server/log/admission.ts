import type { Link, LinkRefusal, Session } from './credentials.ts';

/** Why a link opens nothing at `now` (epoch milliseconds); null when it does. One rule for all stores. */
export const linkRefusal = (link: Link, now: number): LinkRefusal | null => {
  if (link.revokedAt !== null) return 'revoked';
  if (link.expiresAt !== null && now >= link.expiresAt) return 'expired';
  if (link.oneTime && link.usedAt !== null) return 'used';
  return null;
};

/** A session stands while it and its link do; that a one-time link is used up is what let it in. */
export const sessionStands = (session: Session, link: Link, now: number): boolean => {
  const refusal = linkRefusal(link, now);
  return session.revokedAt === null && (refusal === null || refusal === 'used');
};
