import type { Role } from '../../meeting/person.ts';
import { turnLabel, writtenLabel } from '../render/labels.ts';
import { isHidden, sourceOf } from '../render/source.ts';
import type { MinutesInput, MinutesSource } from '../render/source.ts';
import { meetingReport } from './meetingReport.ts';
import type { Naming } from './naming.ts';
import type { MeetingReport } from './report.ts';

/** Where a form has only marks for its speakers. */
const roles: Readonly<Record<Role, string>> = {
  chair: '会長',
  deputyChair: '委員',
  member: '委員',
  official: '説明員',
  secretariat: '事務局',
  observer: '傍聴者',
};

/**
 * The report as it may stand behind a copy of the minutes: behind the record everybody by name; behind the published copy
 * (配布用) people are called what its labels call them, those with one label stand together, and of turns behind closed
 * doors nothing is told. `now` as for `meetingReport`.
 */
export function copyReport(input: MinutesInput, now: number): MeetingReport {
  const source = sourceOf(input);
  return source.copy === 'record' ? meetingReport(input, now) : meetingReport(input, now, byLabel(source));
}

function byLabel(source: MinutesSource): Naming {
  const person = (who: string) => bare(writtenLabel(source, who), source.state.roster.people[who]?.role);
  return {
    turn: (block) => {
      if (isHidden(source, block)) return null;
      const name = bare(turnLabel(source, block), block.role);
      return { lane: name, name, role: block.role, note: '' };
    },
    lane: ({ id }) => person(id),
    person,
  };
}

/** A label without its marks (○, ●, a colon, a bracket at its end); a mark alone gives way to the role. */
function bare(label: string, role: Role = 'member'): string {
  const words = label.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[:：\s]+$/u, '');
  const text = /[(（]/u.test(words) ? words : words.replace(/[)）]+$/u, '');
  return text === '' ? roles[role] : text;
}
