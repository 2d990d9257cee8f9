/**
 * What a page says about its line. A line that is lost for a moment still counts as `connected`: nothing flashes.
 * `waiting`: the line is up, but the server cannot write just now; what is pressed is taken when it can.
 * From `frozen` it comes back by itself when the desk has confirmed; from the last three only by a new link or page.
 */
export type LinkState =
  | { readonly is: 'connecting' | 'connected' | 'reconnecting' | 'waiting' }
  | { readonly is: 'frozen' | 'revoked' | 'reload' | 'refused'; readonly ja: string; readonly en: string };
