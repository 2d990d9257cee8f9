/** Escapes what Markdown or HTML would read as markup, wherever it stands in a line. */
export function inline(text: string): string {
  return text
    .trim()
    .replaceAll(/[\\`*_{}[\]<>#|~&]/g, (mark) =>
      mark === '<' ? '&lt;' : mark === '&' ? '&amp;' : `\\${mark}`,
    )
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+=])/, '\\$1')
    .replaceAll(/[\r\n]+/g, '<br>');
}
