import type { ExportSource } from '../../server/exports/exportMeeting.ts';
import { minutesOf } from '../../shared/minutes/fold.ts';
import { profileById } from '../../shared/minutes/profiles.ts';
import { Played } from './given.ts';
import { planOf } from './plans.ts';

const names = [
  "=cmd|' /C calc'!A0",
  '＝HYPERLINK("x")',
  '<script>alert(1)</script>',
  '右\u202Eから左',
  '制\u0000御\u0008字\uD800',
  '@SUM(A1)',
  '名'.repeat(200),
];

/** A meeting whose people and words try to be something else, the words 19,000 characters long. */
export function hostileMeeting(): ExportSource {
  const plan = planOf();
  const people = plan.people.map((person, index) => ({ ...person, name: names[index] ?? person.name }));
  const played = new Played({ ...plan, people }).present('1-7');
  played.ok('m01', { do: 'openMeeting' });
  played.ok('m01', { do: 'startItem', item: 'i1' });
  played.ok('m01', { do: 'recognize', who: 'm03' });
  played.ok('s01', { do: 'writeTurn', turn: 2, text: '=1+1\n' + '長'.repeat(19_000) + '<b>\u202E\u0007' });
  const { model, state } = minutesOf(played.log);
  return { state, blocks: model.blocks, profile: profileById('plain') };
}
