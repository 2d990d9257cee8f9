/*
 * Names and words come from people, and a document must show what it says. Control characters and lone surrogates
 * break files; marks that turn the direction of writing (bidi) make a line read as something else.
 */

const unprintable =
  // eslint-disable-next-line no-control-regex -- these are what must go
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** The text without what cannot be printed. Line breaks and tabs stay. */
export function printable(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll(unprintable, '');
}
