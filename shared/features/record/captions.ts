/** Where captions came from, and how the file's clock was laid on the meeting's. */
export interface CaptionSource {
  /** The file's name. */
  readonly file: string;
  /** Of its times and words: the same file is known again, however it is named or encoded. */
  readonly fingerprint: string;
  /** When the file's clock stood at zero, epoch ms by the meeting's clock; may be before the meeting. */
  readonly zero: number;
  /** How much slower the file's clock ran than the meeting's, in parts per million. */
  readonly drift: number;
  /** Where the recording stood still: from `at` (ms of the file) on, the file lies `by` ms later. */
  readonly jumps: readonly { readonly at: number; readonly by: number }[];
}

/** Words of a caption file that went into no turn. */
export interface KeptCaption {
  /** Epoch ms by the meeting's clock. */
  readonly from: number;
  readonly to: number;
  /** Who the file says was speaking. */
  readonly name: string | null;
  /** The turn in whose time they fell, which had words already or would have become too long; null: none. */
  readonly turn: number | null;
  readonly text: string;
}

/** One caption file that was taken in, as the rules need it. */
export interface CaptionsTaken {
  readonly no: number;
  readonly file: string;
  readonly fingerprint: string;
  readonly undone: boolean;
}
