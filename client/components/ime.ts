/**
 * Whether a key belongs to an unfinished conversion of Japanese input. Enter that ends a conversion must
 * never submit; Safari sends it after `isComposing` has gone false again, with the key code 229.
 */
export function composing(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Enter that means it: not composing, not with Shift (a new line). */
export function submits(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode' | 'key' | 'shiftKey'>): boolean {
  return event.key === 'Enter' && !event.shiftKey && !composing(event);
}
