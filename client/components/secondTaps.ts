/** Within this many ms a second touch is the tail of a double tap, not an answer to what has just appeared. */
const doubleTapMs = 400;

/**
 * An attachment for a page on which a button's meaning changes in its place (発言を終わる becomes 挙手する, one step of a
 * vote becomes the next): the second tap of a double tap presses nothing. The mouse says so itself (`detail`); some
 * touch screens do not.
 */
export function ignoreSecondTaps(page: HTMLElement): () => void {
  let last = -Infinity;

  function onclick(event: MouseEvent): void {
    if (!(event.target instanceof Element) || event.target.closest('button') === null) return;
    const touch = event instanceof PointerEvent && event.pointerType === 'touch';
    if (event.detail > 1 || (touch && event.timeStamp - last < doubleTapMs)) {
      event.stopPropagation();
      event.preventDefault();
    } else last = event.timeStamp;
  }

  page.addEventListener('click', onclick, { capture: true });
  return () => {
    page.removeEventListener('click', onclick, { capture: true });
  };
}
