import { eraOf, localTime } from '../localTime.ts';
import { fill } from '../profile/template.ts';
import type { MinutesSource } from './source.ts';

type Source = Pick<MinutesSource, 'state' | 'profile'>;

/** 令和４年７月１１日（月） */
export function dateText({ state, profile }: Source, at: number, form = profile.formats.date): string {
  const { year, month, day, weekday } = localTime(at, state.info.startsAt);
  return fill(form, { ...eraOf({ year, month, day }), year, month, day, weekday });
}

/** When the minutes were made final: the day that a report is dated with. Empty until then. */
export function finalDateText(source: Source): string {
  const { finalized } = source.state.confirmation;
  return finalized === null ? '' : dateText(source, finalized.at, source.profile.formats.finalDate);
}

/** 午後２時５分 */
export function timeText({ state, profile }: Source, at: number): string {
  const { hour, minute } = localTime(at, state.info.startsAt);
  return fill(profile.formats.time, {
    ampm: hour < 12 ? '午前' : '午後',
    hour,
    hour12: hour > 12 ? hour - 12 : hour,
    minute: String(minute).padStart(2, '0'),
    minutes: minute === 0 ? '' : `${minute}分`,
  });
}

/** When the meeting began and ended as the profile states it; the end is null while it lasts. */
export function beginAndEnd({ state, profile }: Source): { begin: number; end: number | null } {
  const step = profile.formats.roundTo * 60_000;
  const { openedAt, closedAt } = state.conduct;
  const begin = openedAt ?? Date.parse(state.info.startsAt);
  return {
    begin: Math.floor(begin / step) * step,
    end: closedAt === null ? null : Math.ceil(closedAt / step) * step,
  };
}
