import { isMember } from '../../meeting/lookup.ts';
import type { Channel, PersonId } from '../../meeting/person.ts';
import type { BlockOf } from '../block.ts';
import type { ReportSource } from './reportSource.ts';
import type { MeetingReport, PresenceChange, PresenceStep, Span } from './report.ts';

/** Who was there when, as the minutes recorded it; a departure counts from when it happened, not from its entry. */
export interface Presence extends Pick<MeetingReport, 'attended' | 'steps' | 'changes'> {
  /** Whether somebody was there at any time. */
  was(who: PersonId): boolean;
  /** Where somebody took part from at a moment; null while they were not there. */
  channelAt(who: PersonId, at: number): Channel | null;
}

const comes: readonly BlockOf<'attendance'>['change'][] = ['present', 'late', 'reentry', 'channel'];
const goes: readonly BlockOf<'attendance'>['change'][] = ['left', 'absent'];

export function presenceOf(
  { state, blocks }: ReportSource,
  clock: Span | null,
  named: (who: PersonId) => string,
): Presence {
  const moves = blocks
    .filter((block): block is BlockOf<'attendance'> => block.type === 'attendance')
    .filter(({ change }) => comes.includes(change) || goes.includes(change))
    .toSorted((one, other) => one.at - other.at);
  const places = new Map<PersonId, { readonly at: number; readonly channel: Channel | null }[]>();
  const here = new Map<PersonId, Channel>();
  const last = new Map<PersonId, Channel>();
  const steps: PresenceStep[] = [];
  const changes: PresenceChange[] = [];
  for (const { speaker, change, channel, at } of moves) {
    if (speaker === null) continue;
    const to = comes.includes(change) ? channel : null;
    places.set(speaker, [...(places.get(speaker) ?? []), { at, channel: to }]);
    if (!isMember(state, speaker)) continue;
    if (to === null) here.delete(speaker);
    else here.set(speaker, to);
    // Marked absent before it began: the check-in was a mistake.
    if (change === 'absent') last.delete(speaker);
    else if (to !== null) last.set(speaker, to);
    if (clock === null) continue;
    step(steps, Math.max(at, clock.from), here);
    if (at > clock.from && change !== 'present' && change !== 'absent')
      changes.push({ at, name: named(speaker), change: nameOfChange(change) });
  }
  if (clock !== null && steps.length === 0) steps.push({ at: clock.from, inRoom: 0, online: 0 });
  const attended = counted(last);
  return {
    attended,
    steps,
    changes,
    was: (who) => last.has(who),
    channelAt: (who, at) => places.get(who)?.findLast((place) => place.at <= at)?.channel ?? null,
  };
}

function nameOfChange(change: BlockOf<'attendance'>['change']): PresenceChange['change'] {
  return change === 'late' || change === 'reentry' || change === 'channel' ? change : 'left';
}

/** One step a moment, and none where nothing changed. */
function step(steps: PresenceStep[], at: number, here: ReadonlyMap<PersonId, Channel>): void {
  const now = counted(here);
  const before = steps.at(-1);
  if (before?.at === at) steps.pop();
  const earlier = steps.at(-1);
  if (earlier?.inRoom === now.inRoom && earlier.online === now.online) return;
  steps.push({ at, ...now });
}

function counted(here: ReadonlyMap<PersonId, Channel>): { inRoom: number; online: number } {
  const online = [...here.values()].filter((channel) => channel === 'online').length;
  return { inRoom: here.size - online, online };
}
