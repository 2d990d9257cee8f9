/** Epoch milliseconds of the meeting's clock, as every time in a view is. */
export type Millis = number;
