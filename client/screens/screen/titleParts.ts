/** A meeting's title as two lines: 「令和４年度第２回」 and the body's name, where a blank parts them. */
export function titleParts(title: string): { readonly over: string | null; readonly main: string } {
  const at = title.search(/[\s\u3000]/);
  if (at <= 0) return { over: null, main: title };
  return { over: title.slice(0, at), main: title.slice(at + 1).trim() };
}
