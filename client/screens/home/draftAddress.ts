import { addressOf } from '../../addressOf.ts';

/** A fresh draft: its name is made here, and it exists from the first thing typed. */
export function newDraftAddress(session: string | undefined): string {
  return addressOf(`/setup/${freshDraft()}`, session);
}

export function freshDraft(): string {
  const letters = crypto.getRandomValues(new Uint8Array(8));
  return `d${Array.from(letters, (byte) => (byte % 36).toString(36)).join('')}`;
}
