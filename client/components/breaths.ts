const breath = /(?<=[、。！？][」』）]?)(?![、。！？」』）])|(?<=[,.!?][”"')]?\s+)/u;

/**
 * Words to read aloud, cut where a reader breathes: after 、 。 ！ ？ (with a closing bracket that follows),
 * in English after a comma or full stop and its space. A line break in the text begins a new line, and
 * `{blank}` stands alone. The parts of a line joined again are the line.
 */
export function breaths(text: string): string[][] {
  return text
    .split('\n')
    .map((line) =>
      line
        .split(/(\{blank\})/)
        .flatMap((part) => (part === '{blank}' ? [part] : part.split(breath)))
        .filter((part) => part !== ''),
    )
    .filter((parts) => parts.length > 0);
}
