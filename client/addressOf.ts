/** The address of another page, for the session of this one (`?s=`). */
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
