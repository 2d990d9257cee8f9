/** Steps of the type scale for the words that are read aloud, largest first, each with its line height. */
const steps = [
  { size: '2rem', line: '1.6' },
  { size: '1.75rem', line: '1.5' },
  { size: '1.5rem', line: '1.5' },
  { size: '1.375rem', line: '1.45' },
  { size: '1.25rem', line: '1.4' },
  { size: '1.125rem', line: '1.4' },
];

/**
 * Makes the prompter's words as large as the box can hold without scrolling, by the custom properties `--say` and
 * `--say-line`. Nothing is cut: where even the smallest does not fit, the box scrolls. Set through the CSSOM, which
 * the content security policy allows.
 */
export function fitWords(box: HTMLElement): void {
  for (const step of steps) {
    box.style.setProperty('--say', step.size);
    box.style.setProperty('--say-line', step.line);
    if (box.scrollHeight <= box.clientHeight + 1) return;
  }
}
