import { entryAt } from '../../meeting/chunked.ts';
import type { Chunked } from '../../meeting/chunked.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { Leave } from './leave.ts';

/*
 * Every editing of the record has a running number, so that it can be undone by name, and an undoing can be undone as
 * well. The words of a turn can be walked back edit by edit, without keeping every wording whole.
 */

/** One stretch of a turn's words that an edit replaced. */
export interface TextChange {
  readonly turn: number;
  readonly from: number;
  readonly removed: string;
  readonly added: string;
  /** The edit that changed this turn's words before; 0 where none had. */
  readonly before: number;
}

export interface Edit {
  readonly no: number;
  readonly at: number;
  readonly by: string;
  readonly what:
    | { readonly kind: 'words' }
    | {
        readonly kind: 'correction';
        readonly why: string;
        readonly before: string;
        readonly leave: Leave | null;
      }
    | { readonly kind: 'speaker'; readonly why: string; readonly before: PersonId; readonly after: PersonId }
    | { readonly kind: 'split'; readonly into: number }
    | { readonly kind: 'join'; readonly with: number }
    | { readonly kind: 'withdrawal'; readonly why: string; readonly leave: Leave | null }
    /** `back`: it took the edit `of` back; otherwise it did it again. */
    | { readonly kind: 'undo'; readonly of: number; readonly back: boolean };
  /** The turn it is about; of a split or a join, the one that stays. */
  readonly turn: number;
  readonly changes: readonly TextChange[];
  /** The latest undoing of this edit, or doing again; 0: none. */
  readonly turnedBy: number;
}

export interface Edits {
  readonly count: number;
  readonly list: Chunked<Edit>;
}

export const noEdits: Edits = { count: 0, list: [] };

export function editAt(edits: Edits, no: number): Edit | undefined {
  return entryAt(edits.list, no);
}

/** Whether what an edit did stands now: it was not undone, or done again since. */
export function stands(edits: Edits, edit: Edit): boolean {
  const turned = editAt(edits, edit.turnedBy)?.what;
  return turned?.kind !== 'undo' || !turned.back;
}

/** The edit that was meant in the first place, behind any undoings of undoings. */
export function rootOf(edits: Edits, edit: Edit): Edit {
  if (edit.what.kind !== 'undo') return edit;
  return editAt(edits, edit.what.of) ?? edit;
}

/** What differs between two wordings, as one stretch. */
export function changeBetween(before: string, after: string): Pick<TextChange, 'from' | 'removed' | 'added'> {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let tail = 0;
  while (tail < shorter - from && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return {
    from,
    removed: before.slice(from, before.length - tail),
    added: after.slice(from, after.length - tail),
  };
}

export function undone(text: string, { from, removed, added }: TextChange): string {
  return text.slice(0, from) + removed + text.slice(from + added.length);
}

/**
 * Where a place in the words lies after a change; a place inside of what was replaced moves to its end. `seam`: whether
 * what was added at the very place comes `after` it or `before` it.
 */
export function moved(
  place: number,
  { from, removed, added }: Pick<TextChange, 'from' | 'removed' | 'added'>,
  seam: 'before' | 'after' = 'before',
): number {
  if (place < from || (place === from && (seam === 'before' || removed.length > 0))) return place;
  return place >= from + removed.length ? place + added.length - removed.length : from + added.length;
}

/** A turn's words around an edit, walked back from the words it has now. */
export interface Around {
  readonly before: string;
  readonly after: string;
  /** Where a place of `after` lies in the words as they are now. */
  readonly now: (place: number, seam?: 'before' | 'after') => number;
}

/** Null where the edit did not change this turn's words. */
export function around(edits: Edits, turn: number, head: number, text: string, no: number): Around | null {
  let after = text;
  /** What came later and was not taken back since, the latest first. */
  const later: { readonly edit: Edit; readonly change: TextChange }[] = [];
  for (let at = head; at !== 0;) {
    const edit = editAt(edits, at);
    const change = edit?.changes.find((one) => one.turn === turn);
    if (edit === undefined || change === undefined) return null;
    const before = undone(after, change);
    if (at === no)
      return {
        before,
        after,
        now: (place, seam) => later.reduceRight((where, one) => moved(where, one.change, seam), place),
      };
    const last = later.at(-1);
    // A change and its undoing moved nothing, though each alone would.
    if (last !== undefined && takesBack(edits, last, { edit, change })) later.pop();
    else later.push({ edit, change });
    after = before;
    at = change.before;
  }
  return null;
}

type Changed = { readonly edit: Edit; readonly change: TextChange };

function takesBack(edits: Edits, later: Changed, earlier: Changed): boolean {
  return (
    later.edit.what.kind === 'undo' &&
    rootOf(edits, later.edit).no === rootOf(edits, earlier.edit).no &&
    later.change.from === earlier.change.from &&
    later.change.removed === earlier.change.added &&
    later.change.added === earlier.change.removed
  );
}
