/** A page hidden for less than this many ms has not been asleep. */
const asleepAfter = 5000;

/**
 * Calls `wake` when a phone's page comes back: shown again after a while, restored from the back-forward cache, or on
 * line again. Browsers stop timers and kill lines of hidden pages without a word. Returns what ends the watching.
 */
export function onWake(wake: () => void, now: () => number = () => Date.now()): () => void {
  let hiddenAt: number | null = null;
  const watch = new AbortController();
  const { signal } = watch;
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'hidden') hiddenAt = now();
      else if (hiddenAt !== null && now() - hiddenAt >= asleepAfter) wake();
    },
    { signal },
  );
  window.addEventListener(
    'pageshow',
    (event) => {
      if (event.persisted) wake();
    },
    { signal },
  );
  window.addEventListener('online', wake, { signal });
  return () => {
    watch.abort();
  };
}
