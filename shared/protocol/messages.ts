import type { CommandInput } from '../meeting/commands.ts';
import type { Refusal } from '../meeting/refusal.ts';
import type { MinutesBlock } from '../minutes/block.ts';
import type { Patch } from '../views/diff.ts';
import type { Audience } from '../views/types/audience.ts';
import type { MeView } from '../views/types/meView.ts';
import type { Views } from '../views/types/views.ts';

/*
 * Everything that travels between a screen and the server, on one page. A screen joins one meeting as one audience,
 * then sends commands and receives patches of its view. It owns its offset: a gap or a reconnection asks for what is
 * missing (`join` with `have`) and gets patches or a snapshot.
 */

/** Raised when the two sides could misunderstand each other: the server then refuses the page with `reload`. */
export const protocolVersion = 1;

/** Where a screen is in the stream of its audience's views. `epoch` changes with every server process. */
export interface Offset {
  readonly epoch: string;
  readonly revision: number;
}

export interface Join {
  readonly protocol: number;
  readonly meeting: string;
  readonly audience: Audience;
  /** Only in a rehearsal, and only for the desk: look and act as this person. */
  readonly as?: string | undefined;
  readonly have?: Offset | undefined;
  /** The log position that the screen shows. A node that is behind reads on first: no screen goes back in time. */
  readonly seen?: number | undefined;
}

export type Joined =
  | {
      readonly ok: true;
      readonly at: Offset;
      /** What is missing since `have`, or the whole view. */
      readonly patches?: readonly ViewPatch[];
      readonly view?: Views[Audience];
      readonly me: MeView | null;
      /** The meeting's clock, epoch ms. */
      readonly now: number;
      readonly rehearsal: boolean;
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** One step of one audience's view, from revision `from` to `from + 1` … `to`. */
export interface ViewPatch {
  readonly epoch: string;
  readonly from: number;
  readonly to: number;
  readonly patch: Patch;
}

/** `id` is made by the client, once for each intent: a resend carries the same one and gets the first answer. */
export type CommandMessage = CommandInput & {
  readonly id: string;
  /** Only in a rehearsal, and only from the desk's player: the scenario's clock, epoch ms. */
  readonly at?: number | undefined;
};

export type Answer =
  | {
      readonly ok: true;
      readonly id: string;
      /** The log position after the command: any view with `version` ≥ this one shows it. */
      readonly version: number;
      readonly at: number;
      /** What the command made, by its running number in the meeting. */
      readonly made?:
        | {
            readonly kind: 'turn' | 'question' | 'opinion' | 'promise' | 'motion' | 'election';
            readonly no: number;
          }
        | undefined;
    }
  | { readonly ok: false; readonly id: string; readonly version: number; readonly refusal: Refusal };

/** Minutes blocks that are new or changed; `to` is the log position they bring the reader to. */
export interface MinutesPatch {
  readonly epoch: string;
  readonly to: number;
  readonly blocks: readonly MinutesBlock[];
}

export interface ClientToServer {
  join(message: Join, answer: (joined: Joined) => void): void;
  command(message: CommandMessage, answer: (answer: Answer) => void): void;
  /** Follow the minutes from log position `from` on. */
  minutes(
    message: { readonly from: number },
    answer: (patch: MinutesPatch | { readonly refusal: Refusal }) => void,
  ): void;
  /** Rehearsal only: move the meeting's clock forward to `to` (epoch ms), firing what falls due. */
  advance(
    message: { readonly to: number },
    answer: (answer: { readonly ok: boolean; readonly now: number }) => void,
  ): void;
}

export interface ServerToClient {
  patch(message: ViewPatch): void;
  me(message: MeView): void;
  minutes(message: MinutesPatch): void;
  /** The page must ask again: its audience changed (the deputy took the chair), its link was revoked, the meeting is frozen. */
  rejoin(message: {
    readonly reason: 'audience' | 'revoked' | 'frozen' | 'reload';
    readonly ja: string;
    readonly en: string;
  }): void;
  /** Whether the store takes nothing just now; the page says so and goes on trying. Sent when it changes, and at a join. */
  store(message: { readonly waiting: boolean }): void;
  /** The meeting's clock, for screens: sent at join and when a rehearsal's clock moves. */
  clock(message: { readonly now: number }): void;
}
