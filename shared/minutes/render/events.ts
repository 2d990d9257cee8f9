import type { MinutesBlock } from '../block.ts';
import { fill } from '../profile/template.ts';
import { dateText, timeText } from './moments.ts';
import { personValues } from './people.ts';
import type { MinutesSource } from './source.ts';

/** A line for what happened between turns, where this body prints it; null for what it does not. */
export function eventLine(source: MinutesSource, block: MinutesBlock): string | null {
  const { state, profile } = source;
  if (block.type === 'attendance') {
    const line = profile.attendance[block.change];
    if (line === null) return null;
    const channel = block.channel === null ? '' : block.channel === 'online' ? 'オンライン' : '会場';
    return fill(line, {
      ...personValues(state, profile, block.speaker),
      channel,
      time: timeText(source, block.at),
      reason: block.reason ?? '',
    });
  }
  if (block.type === 'conduct') {
    const line = profile.conduct[block.change];
    if (line === null) return null;
    const { name, surname } = personValues(state, profile, block.speaker);
    return fill(line, {
      time: timeText(source, block.at),
      date: dateText(source, block.at),
      name,
      surname,
      until: block.change === 'recess' ? block.text : '',
      reason: block.change === 'adjourned' ? block.text : '',
    });
  }
  return null;
}
