/** The address of one of the desk's pages, for the session of this page. */
export function addressOf(
  path: string,
  session: string | undefined,
  query: Record<string, string> = {},
): string {
  const search = new URLSearchParams({
    ...(session === undefined ? {} : { s: session }),
    ...query,
  }).toString();
  return search === '' ? path : `${path}?${search}`;
}

/** A fresh draft: its name is made here, and it exists from the first thing typed. */
export function newDraftAddress(session: string | undefined): string {
  return addressOf(`/setup/${freshDraft()}`, session);
}

export function freshDraft(): string {
  const letters = crypto.getRandomValues(new Uint8Array(8));
  return `d${Array.from(letters, (byte) => (byte % 36).toString(36)).join('')}`;
}
