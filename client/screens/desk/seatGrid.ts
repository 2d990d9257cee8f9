import type { PersonLine } from '../../../shared/views/types/personLine.ts';
import type { Place } from './seatLayout.ts';

export interface SeatGrid {
  readonly places: Readonly<Record<string, Place>>;
  /** Cells whose words are nobody's name or seat number. */
  readonly unknown: readonly string[];
}

/**
 * A seating plan pasted from a spreadsheet: each cell holds somebody's name, title or seat number (議席番号) and
 * stands where they sit. Tabs or commas part the cells.
 */
export function readSeatGrid(text: string, people: readonly PersonLine[]): SeatGrid {
  const byWords = new Map<string, string>();
  for (const person of people) {
    if (person.seat !== null) byWords.set(String(person.seat), person.id);
    if (person.title !== null && person.role === 'chair') byWords.set(plain(person.title), person.id);
  }
  for (const person of people) byWords.set(plain(person.name), person.id);
  const places: Record<string, Place> = {};
  const unknown: string[] = [];
  text.split(/\r?\n/).forEach((line, y) => {
    line.split(/\t|,|，/).forEach((cell, x) => {
      const words = plain(cell);
      if (words === '') return;
      const who = byWords.get(words) ?? byWords.get(words.replace(/番$/, ''));
      if (who === undefined || places[who] !== undefined) unknown.push(cell.trim());
      else places[who] = { x, y };
    });
  });
  return { places, unknown };
}

/** What is left of a name when width, blanks and quotes are no matter. */
function plain(words: string): string {
  return words.normalize('NFKC').replace(/["\s]/g, '');
}
