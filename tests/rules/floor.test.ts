import { describe, expect, it } from 'vitest';
import { viewFor } from '../../shared/views/viewFor.ts';
import { ambientOf } from '../support/ambient.ts';
import { ofType, opened, typesOf } from '../support/given.ts';
import type { Played } from '../support/given.ts';
import { startsAt } from '../support/plans.ts';

function onItem(wishes: Parameters<typeof opened>[0] = {}): Played {
  const meeting = opened(wishes);
  meeting.ok('m01', { do: 'startItem', item: 'i1' });
  return meeting;
}

/** Who had the turns so far, in order. */
const turns = (meeting: Played) => ofType(meeting.log, 'TurnBegan').map((turn) => turn.who);

describe('having the floor', () => {
  it('[F1] gives the chair a turn, unless the chair has it, then the named person theirs', () => {
    const meeting = onItem();
    meeting.ok('m03', { do: 'raiseHand' });
    expect(typesOf(meeting.ok('m01', { do: 'recognize', who: 'm03' }).events)).toEqual([
      'Recognized',
      'HandLowered',
      'TurnBegan',
    ]);
    expect(typesOf(meeting.ok('m01', { do: 'recognize', who: 'k01' }, 30).events)).toEqual([
      'TurnBegan',
      'Recognized',
      'TurnBegan',
    ]);
    expect(turns(meeting)).toEqual(['m01', 'm03', 'm01', 'k01']);
    expect(meeting.state.floor.turn).toMatchObject({ no: 4, who: 'k01', item: 'i1' });
  });

  it('[F1] is the chair’s own words alone when the chair is named', () => {
    const meeting = onItem();
    meeting.ok('desk', { do: 'speak', who: 'm03' }, 5);
    expect(typesOf(meeting.ok('m01', { do: 'recognize', who: 'm01' }, 10).events)).toEqual(['TurnBegan']);
    expect(meeting.ok('m01', { do: 'recognize', who: 'm01' }, 20).events).toEqual([]);
  });

  it('[F2] lets somebody speak without words of the chair, and go on if they have the floor', () => {
    const meeting = onItem();
    meeting.ok('m03', { do: 'raiseHand' });
    expect(typesOf(meeting.ok('desk', { do: 'speak', who: 'm03' }, 5).events)).toEqual([
      'HandLowered',
      'TurnBegan',
    ]);
    expect(meeting.ok('desk', { do: 'speak', who: 'm03' }, 6).events).toEqual([]);
    meeting.ok('desk', { do: 'speak', who: 'k01' }, 20);
    expect(meeting.spoken('m03')).toEqual({ times: 1, ms: 15_000 });
    expect(meeting.refused('desk', { do: 'speak', who: 'o01' }).code).toBe('floor/observer');
  });

  it('[F2] lets an official take it by their own device only once the chair has named them on the item', () => {
    const meeting = onItem();
    expect(meeting.refused('k01', { do: 'speak', who: 'k01' }).code).toBe('floor/not-recognized');
    meeting.ok('m01', { do: 'recognize', who: 'k01' }, 10);
    meeting.ok('desk', { do: 'speak', who: 'm03' }, 20);
    meeting.ok('k01', { do: 'speak', who: 'k01' }, 30);
    meeting.ok('m01', { do: 'endItem', item: 'i1' }, 40);
    meeting.ok('m01', { do: 'startItem', item: 'i2' }, 40);
    expect(meeting.refused('k01', { do: 'speak', who: 'k01' }).code).toBe('floor/not-recognized');
  });

  it('[F17] is given up by whoever has it, or taken back by chair and desk', () => {
    const meeting = onItem();
    meeting.ok('desk', { do: 'speak', who: 'm03' });
    expect(meeting.refused('m04', { do: 'yieldFloor' }).code).toBe('floor/not-speaking');
    expect(meeting.refused('k01', { do: 'yieldFloor' }).code).toBe('floor/not-speaking');
    meeting.ok('m03', { do: 'yieldFloor' });
    expect(meeting.refused('m03', { do: 'yieldFloor' }).code).toBe('floor/nobody-speaks');
    meeting.ok('desk', { do: 'speak', who: 'm04' });
    meeting.ok('m01', { do: 'yieldFloor' });
    expect(meeting.state.floor.turn).toBeNull();
  });
});

describe('two presses of 指名', () => {
  it('[F12] at once by two chairs: one is told that it was done already', () => {
    const meeting = onItem();
    meeting.ok('m03', { do: 'raiseHand' });
    meeting.ok('m01', { do: 'recognize', who: 'm03' }, 10);
    expect(meeting.refused('desk', { do: 'recognize', who: 'm03' }, 10.4)).toMatchObject({
      code: 'floor/already-recognized',
      ja: '委員03さんはすでに指名されています。',
    });
    expect(meeting.refused('desk', { do: 'recognize', who: 'm03' }, 12.9).code).toBe(
      'floor/already-recognized',
    );
    expect(turns(meeting)).toEqual(['m01', 'm03']);
  });

  it('[F12] by one thumb within a second are one; a later one is a second nomination', () => {
    const meeting = onItem();
    meeting.ok('m01', { do: 'recognize', who: 's01' }, 216);
    expect(meeting.refused('m01', { do: 'recognize', who: 's01' }, 216.9).code).toBe(
      'floor/already-recognized',
    );
    meeting.ok('m01', { do: 'recognize', who: 's01' }, 218);
    expect(turns(meeting)).toEqual(['m01', 's01', 'm01', 's01']);
  });

  it('[F12] are told apart by the turn that each saw', () => {
    const meeting = onItem();
    meeting.ok('m01', { do: 'recognize', who: 'm03', seen: 1 }, 10);
    expect(meeting.refused('desk', { do: 'recognize', who: 'm03', seen: 1 }, 60).code).toBe(
      'floor/already-recognized',
    );
    expect(meeting.refused('desk', { do: 'recognize', who: 'm04', seen: 1 }, 60)).toMatchObject({
      code: 'floor/overtaken',
      ja: '発言者が委員03さんに変わりました。画面を確かめて、もう一度指名してください。',
    });
    meeting.ok('m01', { do: 'recognize', who: 'm03', seen: 2 }, 60.1);
    expect(turns(meeting)).toEqual(['m01', 'm03', 'm01', 'm03']);
  });

  it('[F12] for the same person are two when somebody else spoke between them', () => {
    const meeting = onItem();
    meeting.ok('m01', { do: 'recognize', who: 'm03' }, 10);
    meeting.ok('desk', { do: 'speak', who: 'k01' }, 10.3);
    meeting.ok('m01', { do: 'recognize', who: 'm03' }, 10.6);
    expect(turns(meeting)).toEqual(['m01', 'm03', 'k01', 'm01', 'm03']);
  });
});

describe('passing over the queue', () => {
  it('[F13] is recorded with whom the chair passed over', () => {
    const meeting = onItem();
    meeting.ok('m03', { do: 'raiseHand' }, 1);
    meeting.ok('m04', { do: 'raiseHand' }, 3);
    meeting.ok('m05', { do: 'raiseHand' }, 5);
    const overruled = (who: string, at: number) =>
      ofType(meeting.ok('m01', { do: 'recognize', who }, at).events, 'Recognized')[0]?.overruled;
    expect(overruled('k01', 10)).toEqual([]);
    expect(overruled('m05', 20)).toEqual(['m03', 'm04']);
    expect(overruled('m06', 30)).toEqual(['m03', 'm04']);
    expect(overruled('m03', 40)).toEqual([]);
  });

  it('[F13] is not overruling where the order is the chair’s', () => {
    const meeting = onItem({ rules: { floor: { order: 'chair' } } });
    meeting.ok('m03', { do: 'raiseHand' });
    meeting.ok('m04', { do: 'raiseHand' }, 5);
    const called = meeting.ok('m01', { do: 'recognize', who: 'm04' }, 9);
    expect(ofType(called.events, 'Recognized')).toMatchObject([{ overruled: [] }]);
  });

  it('[F14] is not a follow-up of the member who has just been answered', () => {
    const meeting = onItem();
    meeting.ok('m03', { do: 'raiseHand' });
    meeting.ok('m01', { do: 'recognize', who: 'm03' }, 10);
    meeting.ok('m04', { do: 'raiseHand' }, 12);
    meeting.ok('m01', { do: 'recognize', who: 'k01' }, 20);
    const again = meeting.ok('m01', { do: 'recognize', who: 'm03' }, 30);
    expect(again.events).toContainEqual(
      expect.objectContaining({ type: 'Recognized', who: 'm03', overruled: [] }),
    );
    expect(ofType(again.events, 'TurnBegan').at(-1)).toMatchObject({ who: 'm03', fromQueue: false });
    expect(meeting.spoken('m03').times).toBe(1);
    expect(meeting.state.floor.hands).toHaveLength(1);
  });

  it('[F14] stays theirs through a point of order', () => {
    const meeting = onItem();
    meeting.ok('m01', { do: 'recognize', who: 'm03' }, 10);
    meeting.ok('m05', { do: 'raiseHand', kind: 'pointOfOrder' }, 15);
    meeting.ok('m01', { do: 'recognize', who: 'm05' }, 20);
    expect(meeting.state.floor).toMatchObject({ lastMember: 'm03' });
    expect(meeting.spoken('m05')).toEqual({ times: 0, ms: 0 });
  });
});

describe('an explanation (資料により説明)', () => {
  it('[F16] is the official’s turn, with its length at the end', () => {
    const meeting = onItem();
    const began = meeting.ok('k01', { do: 'explain', item: 'i1', document: '資料１' }, 10);
    expect(began.events).toEqual([
      { type: 'TurnBegan', turn: 2, who: 'k01', kind: 'explanation', item: 'i1', fromQueue: false },
      { type: 'ExplanationBegan', turn: 2, who: 'k01', item: 'i1', document: '資料１' },
    ]);
    expect(meeting.refused('k01', { do: 'explain', item: 'i1' }).code).toBe('floor/explaining');
    expect(meeting.refused('k02', { do: 'endExplain' }).code).toBe('floor/not-explaining');
    const ended = meeting.ok('k01', { do: 'endExplain' }, 310);
    expect(ended.events).toEqual([
      { type: 'ExplanationEnded', turn: 2, who: 'k01', item: 'i1', ms: 300_000 },
    ]);
    expect(meeting.state.floor.turn).toBeNull();
    expect(meeting.refused('k01', { do: 'endExplain' }).code).toBe('floor/not-explaining');
  });

  it('[F16] goes on in the turn of an official who has the floor, measured from its own beginning', () => {
    const meeting = onItem();
    meeting.ok('m01', { do: 'recognize', who: 'k02' }, 10);
    meeting.ok('desk', { do: 'raiseHand', who: 'k02' }, 15);
    const began = meeting.ok('desk', { do: 'explain', item: 'i1' }, 40);
    expect(typesOf(began.events)).toEqual(['HandLowered', 'ExplanationBegan']);
    const next = meeting.ok('desk', { do: 'speak', who: 'm03' }, 100);
    expect(next.events).toMatchObject([
      { type: 'ExplanationEnded', who: 'k02', turn: 2, ms: 60_000 },
      { type: 'TurnBegan', who: 'm03' },
    ]);
    expect(meeting.spoken('k02').ms).toBe(90_000);
  });

  it('[F16] entered by the desk is the item’s official’s, else the secretariat’s own', () => {
    const meeting = opened({
      agenda: [
        { id: 'i1', title: '諮問', kind: 'consultation', official: 'k02' },
        { id: 'i2', title: '報告', kind: 'report' },
      ],
    });
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    expect(meeting.refused('desk', { do: 'explain', item: 'i2' }).code).toBe('agenda/not-current');
    expect(meeting.refused('desk', { do: 'explain', item: 'i3' }).code).toBe('agenda/unknown-item');
    meeting.ok('desk', { do: 'explain', item: 'i1' }, 5);
    expect(meeting.state.floor.turn?.who).toBe('k02');
    meeting.ok('m01', { do: 'endItem', item: 'i1' }, 9);
    meeting.ok('m01', { do: 'startItem', item: 'i2' }, 9);
    meeting.ok('s01', { do: 'explain', item: 'i2' }, 10);
    expect(meeting.state.floor.turn?.who).toBe('s01');
  });
});

describe('the time allowed to a speaker', () => {
  it('[F22] is shown while they speak, what they used before on the item taken off', () => {
    const meeting = opened({ rules: { floor: { limit: { seconds: 180 } } } });
    const limitAt = () => viewFor('chair', meeting.state, ambientOf()).floor.turn?.limitAt ?? null;
    const after = (seconds: number) => startsAt + seconds * 1000;
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    expect(limitAt()).toBeNull();
    meeting.ok('m01', { do: 'recognize', who: 'm03' }, 10);
    expect(limitAt()).toBe(after(190));
    meeting.ok('m01', { do: 'recognize', who: 'm04' }, 130);
    meeting.ok('m01', { do: 'recognize', who: 'm03' }, 200);
    expect(limitAt()).toBe(after(260));
    meeting.ok('m01', { do: 'speak', who: 'k01' }, 300);
    expect(limitAt()).toBeNull();
    const free = opened();
    free.all('m01', { do: 'startItem', item: 'i1' }, { do: 'recognize', who: 'm03' });
    expect(viewFor('chair', free.state, ambientOf()).floor.turn).toMatchObject({ limitAt: null });
  });
});
