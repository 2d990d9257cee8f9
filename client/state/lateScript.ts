/** Sheets that were asked for and did not come. */
const lost = new Set<HTMLLinkElement>();
let fingers = 0;

/** Begins to watch what a late script has to know; a page does so once, before it asks for any. */
function watch(): void {
  const listen = (type: string, hear: (event: Event) => void) => {
    window.addEventListener(type, hear, { capture: true, passive: true });
  };
  listen('error', ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') lost.add(target);
  });
  listen('pointerdown', () => (fingers += 1));
  for (const end of ['pointerup', 'pointercancel']) listen(end, () => (fingers = 0));
}

/**
 * Loads a script that comes after its page, with its sheets. It rejects when one of them did not come, and can then be
 * called again: the build's own loader does not ask twice for a sheet. It waits for a finger that is down, so that
 * nothing moves in the middle of a press.
 */
export function lateScript<Part>(load: () => Promise<Part>): () => Promise<Part> {
  return async () => {
    const [part] = await Promise.all([load(), ...[...lost].map(askedAgain)]);
    await fingerUp();
    return part;
  };
}

async function askedAgain(link: HTMLLinkElement): Promise<void> {
  lost.delete(link);
  const again = document.createElement('link');
  again.rel = 'stylesheet';
  again.crossOrigin = link.crossOrigin;
  again.href = link.href;
  await new Promise((come, fail) => {
    again.addEventListener('load', come);
    again.addEventListener('error', fail);
    link.replaceWith(again);
  });
}

async function fingerUp(): Promise<void> {
  if (fingers === 0) return;
  await new Promise((up) => {
    for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, up, { once: true });
  });
  // The click comes after the finger has left.
  await new Promise((clicked) => setTimeout(clicked));
}

watch();
