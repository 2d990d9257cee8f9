import type { Audience } from '../../shared/views/types/audience.ts';
import { commandId } from './commandId.ts';
import { tabDrawer } from './drawer.ts';
import { Link } from './link.ts';
import { pageTimers } from './pageTimers.ts';
import { socketWire } from './socketWire.ts';
import { onWake } from './wakeUps.ts';

export interface Destination<A extends Audience> {
  /** The server's origin; absent: the one the page came from. */
  readonly url?: string | undefined;
  readonly meeting: string;
  readonly audience: A;
  /** In a rehearsal: look and act as this person. */
  readonly as?: string | undefined;
  /** Which of this browser's sessions to use, where it holds several. */
  readonly session?: string | undefined;
}

/** Opens a page's link to a meeting. It stays until `close`. */
export function connect<A extends Audience>({
  url,
  meeting,
  audience,
  as,
  session,
}: Destination<A>): Link<A> {
  const link = new Link({
    wire: socketWire({ url, session }),
    timers: pageTimers,
    drawer: tabDrawer([meeting, session, as].filter((part) => part !== undefined).join('.')),
    newId: commandId,
    meeting,
    audience,
    as,
  });
  onWake(() => {
    link.wake();
  });
  link.open();
  return link;
}
