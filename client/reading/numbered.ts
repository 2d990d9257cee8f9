/** An item's number before its title: a bracketed number stands close, a bare one needs a blank. */
export function numbered(number: string, title: string): string {
  return /[0-9A-Za-z０-９]$/.test(number) ? `${number} ${title}` : `${number}${title}`;
}
