import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second. */
const tick = 10;

/** The CPU time (ms) that a process has used since it began; NaN where the system does not say. */
export function cpuOf(pid: number | undefined): number {
  try {
    const text = readFileSync(`/proc/${pid ?? 0}/stat`, 'utf8');
    // After the program's name, which may hold anything, the 12th and 13th number.
    const [user, own] = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number);
    return ((user ?? NaN) + (own ?? NaN)) * tick;
  } catch {
    return NaN;
  }
}
