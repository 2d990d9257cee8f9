import { addressOf } from '../../addressOf.ts';
import type { MeetingScreen } from '../../router.ts';

export interface Page {
  readonly meeting: string;
  readonly screen: MeetingScreen;
  readonly session?: string | undefined;
  /** In a rehearsal: look and act as this person. */
  readonly as?: string | undefined;
}

/** The address of a page of a meeting, for this browser's session. */
export function pageAddress({ meeting, screen, session, as }: Page): string {
  return addressOf(`/m/${encodeURIComponent(meeting)}/${screen}`, session, as === undefined ? {} : { as });
}
