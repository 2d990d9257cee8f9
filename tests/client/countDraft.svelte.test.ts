import { beforeEach, describe, expect, it } from 'vitest';
import { CountDraft } from '../../client/screens/desk/countDraft.svelte.ts';
import type { VoteBook } from '../../shared/views/types/voteBook.ts';

type Count = Readonly<Record<'yes' | 'no' | 'abstain' | 'invalid', number>>;

/** What the desk's page shows: the server's count of the room, as of a version of the log. */
let book: VoteBook;
let version: number;
let draft: CountDraft;

function see(shown: number, count?: Count): void {
  version = shown;
  book = {
    counts: count === undefined ? {} : { inRoom: { ...count, by: 's01', at: 1000 * shown } },
    taken: { inRoom: 0, online: 0 },
  } as unknown as VoteBook;
}

/** A cell is left: what there is to record goes out. */
function leave(): Count {
  const count = draft.leave(book, 'inRoom');
  if (count === null) throw new Error('there is nothing to record');
  return count;
}

beforeEach(() => {
  see(4);
  draft = new CountDraft(() => version);
});

describe('the hands that the desk counts', () => {
  it('[C193] keep every cell, whichever of an earlier count’s answer and view comes first', () => {
    draft.type(book, 'inRoom', 'abstain', 2);
    const first = leave();
    draft.answered('inRoom', first, 5);
    draft.type(book, 'inRoom', 'yes', 7);
    see(5, first);
    const second = leave();
    draft.answered('inRoom', second, 6);
    // The page still shows the first count, which has no 賛成.
    expect(draft.shown(book, 'inRoom')).toEqual({ yes: 7, no: null, abstain: 2 });
    draft.type(book, 'inRoom', 'no', 7);
    expect(leave()).toEqual({ yes: 7, no: 7, abstain: 2, invalid: 0 });
  });

  it('[C193] show what the server has as soon as the page does, and what another desk counted after that', () => {
    draft.type(book, 'inRoom', 'yes', 7);
    const mine = leave();
    draft.answered('inRoom', mine, 5);
    expect(draft.leave(book, 'inRoom')).toBeNull();
    see(5, mine);
    expect(draft.shown(book, 'inRoom')).toEqual({ yes: 7, no: 0, abstain: 0 });
    see(6, { yes: 8, no: 1, abstain: 0, invalid: 0 });
    expect(draft.shown(book, 'inRoom')).toEqual({ yes: 8, no: 1, abstain: 0 });
  });

  it('[C193] are typed on while the first are under way, and sent then', () => {
    draft.type(book, 'inRoom', 'yes', 7);
    const first = leave();
    draft.type(book, 'inRoom', 'no', 3);
    draft.answered('inRoom', first, 5);
    see(5, first);
    expect(draft.shown(book, 'inRoom')).toEqual({ yes: 7, no: 3, abstain: null });
    expect(leave()).toEqual({ yes: 7, no: 3, abstain: 0, invalid: 0 });
  });

  it('[C193] go out when they are typed back while the other number is under way, or was refused', () => {
    draft.type(book, 'inRoom', 'yes', 5);
    const five = leave();
    draft.answered('inRoom', five, 5);
    see(5, five);
    draft.type(book, 'inRoom', 'yes', 6);
    const six = leave();
    expect(draft.leave(book, 'inRoom')).toBeNull();
    draft.type(book, 'inRoom', 'yes', 5);
    const back = leave();
    expect(back.yes).toBe(5);
    draft.answered('inRoom', six, 6);
    draft.answered('inRoom', back, null);
    see(6, six);
    expect(draft.shown(book, 'inRoom').yes).toBe(5);
    expect(leave()).toEqual(back);
  });

  it('[C193] that are what the server has already hide nothing that another desk counts then', () => {
    const counted = { yes: 5, no: 0, abstain: 0, invalid: 0 };
    see(5, counted);
    draft.type(book, 'inRoom', 'yes', 5);
    expect(draft.leave(book, 'inRoom')).toBeNull();
    see(6, { ...counted, yes: 6 });
    expect(draft.shown(book, 'inRoom').yes).toBe(6);
    expect(draft.leave(book, 'inRoom')).toBeNull();
  });
});
