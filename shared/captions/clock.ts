/** How the clock of a caption file lies on the meeting's. */
export interface CaptionClock {
  /** When the file's clock stood at zero, epoch ms by the meeting's clock. */
  readonly zero: number;
  /** How much longer the meeting's clock ran than the file's, parts per million. */
  readonly drift: number;
  /** Where the recording stood still: from `at` (ms of the file) on everything lies `by` ms later. By `at`. */
  readonly jumps: readonly { readonly at: number; readonly by: number }[];
}

/** A moment of the file (ms) on the meeting's clock, epoch ms. */
export function meetingTime({ zero, drift, jumps }: CaptionClock, at: number): number {
  let jumped = 0;
  for (const jump of jumps) if (jump.at <= at) jumped += jump.by;
  return zero + jumped + at * (1 + drift / 1e6);
}
