/**
 * What is asked of a member now and then beside the floor: to second a motion, to consent to others taking part online,
 * and how one's own stands. They come later, and all at once: none moves the buttons of another one.
 */
export { default as ConsentAsks } from './ConsentAsks.svelte';
export { default as MotionCards } from './MotionCards.svelte';
export { default as OnlinePart } from './OnlinePart.svelte';
