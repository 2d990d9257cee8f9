/**
 * Asks the device not to sleep while the screen is shown, where the browser offers it (a secure page only). A room's
 * projector must not need touching for four hours. Returns how to stop.
 */
export function keepAwake(): () => void {
  let held: WakeLockSentinel | null = null;
  let ended = false;

  async function hold(): Promise<void> {
    if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
    try {
      held = await navigator.wakeLock.request('screen');
      if (ended) await held.release();
    } catch {
      // Refused (low battery, or no permission): the device's own settings decide.
    }
  }

  const again = () => void hold();
  document.addEventListener('visibilitychange', again);
  void hold();
  return () => {
    ended = true;
    document.removeEventListener('visibilitychange', again);
    void held?.release();
  };
}
