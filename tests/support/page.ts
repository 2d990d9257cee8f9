import { commandId } from '../../client/connection/commandId.ts';
import { Link } from '../../client/connection/link.ts';
import { socketWire } from '../../client/connection/socketWire.ts';
import type { Timers } from '../../client/connection/wire.ts';
import type { Audience } from '../../shared/views/types/audience.ts';
import type { TestSession } from './testClient.ts';
import { TestDrawer } from './testLine.ts';

const timers: Timers = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** A page's own link to a meeting, as a browser holds it, over a real socket. */
export function openPage<A extends Audience>(
  url: string,
  session: TestSession,
  meeting: string,
  audience: A,
  drawer = new TestDrawer(),
): Link<A> {
  const link = new Link({
    wire: socketWire({ url, session: session.session, headers: { cookie: session.cookie } }),
    timers,
    drawer,
    newId: commandId,
    meeting,
    audience,
  });
  link.open();
  return link;
}

/** Resolves as soon as the link is as it should be. */
export async function until<A extends Audience>(
  link: Link<A>,
  condition: (link: Link<A>) => boolean,
): Promise<void> {
  if (condition(link)) return;
  await new Promise<void>((resolve) => {
    const stop = link.listen({
      changed() {
        if (!condition(link)) return;
        stop();
        resolve();
      },
    });
  });
}
