/** Whether single keys do something on the desk (WCAG 2.1.4: they can be switched off); kept in this browser. */
const storageKey = 'kyoshu.desk.keys';

function stored(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

class DeskKeys {
  #on = $state(stored());

  get on(): boolean {
    return this.#on;
  }

  set(on: boolean): void {
    this.#on = on;
    try {
      localStorage.setItem(storageKey, on ? 'on' : 'off');
    } catch {
      // storage may be switched off; the choice then lasts as long as the page
    }
  }
}

export const deskKeys = new DeskKeys();

/** Whether a key press belongs to a field, a dialog or the browser, and so is nobody's shortcut. */
export function isTyped(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented)
    return true;
  const { target } = event;
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable="true"], dialog, [role="dialog"]') !== null
  );
}
