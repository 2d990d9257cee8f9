import { SvelteSet } from 'svelte/reactivity';
import type {
  CaptionAligner,
  CaptionedMeeting,
  LaidCaptions,
} from '../../../../shared/captions/alignCaptions.ts';
import type { CaptionClock } from '../../../../shared/captions/clock.ts';
import type { Captions } from '../../../../shared/captions/cue.ts';
import type { KeptWords, TakenTurn } from '../../../../shared/captions/takeOver.ts';
import type { CaptionsAnswer, NewCaptions } from '../../../../shared/protocol/api.ts';
import type { Sentence } from '../../../../shared/protocol/language.ts';
import { ask } from '../../../api/ask.ts';
import { commandId } from '../../../connection/commandId.ts';

/** Read and laid out, and not yet taken. */
export interface LaidFile {
  readonly file: string;
  readonly captions: Captions;
  /** The clock that was found. */
  readonly found: CaptionClock;
  readonly aligner: CaptionAligner;
}

type Step =
  | { readonly is: 'idle' }
  | { readonly is: 'reading'; readonly file: string }
  | { readonly is: 'refused'; readonly file: string; readonly why: Sentence }
  | { readonly is: 'laid'; readonly laid: LaidFile };

/** A caption file from the moment it is dropped until it is taken or put away. Nothing of it leaves the page before. */
export class CaptionDraft {
  step = $state.raw<Step>({ is: 'idle' });
  /** By how much a person has moved the clock that was found, ms. */
  nudge = $state(0);
  /** Turns with words of their own under which the captions' are wanted. */
  readonly add = new SvelteSet<number>();
  sending = $state(false);
  /** Why the server did not take it. */
  refusal = $state.raw<Sentence | null>(null);
  readonly result = $derived.by(() => this.#result());
  #takeOver:
    | ((
        pieces: LaidCaptions['pieces'],
        add: ReadonlySet<number>,
      ) => { turns: TakenTurn[]; kept: KeptWords[] })
    | null = null;
  /** One for each content: sent again after a lost line, it is done once. */
  #sent: { readonly id: string; readonly content: string } | null = null;

  async read(file: File, meeting: CaptionedMeeting): Promise<void> {
    this.step = { is: 'reading', file: file.name };
    this.nudge = 0;
    this.add.clear();
    this.refusal = null;
    const [bytes, { readCaptions }, { captionRefusals }, { CaptionAligner }, { takeOver }] =
      await Promise.all([
        file.arrayBuffer(),
        import('../../../../shared/captions/readCaptions.ts'),
        import('../../../../shared/captions/captionWords.ts'),
        import('../../../../shared/captions/alignCaptions.ts'),
        import('../../../../shared/captions/takeOver.ts'),
        shown(),
      ]);
    const read = readCaptions(new Uint8Array(bytes));
    if (!read.ok) {
      this.step = { is: 'refused', file: file.name, why: read.why };
      return;
    }
    const aligner = new CaptionAligner(read.captions.cues, meeting);
    const found = aligner.findClock();
    this.#takeOver = takeOver;
    this.step =
      found === null
        ? { is: 'refused', file: file.name, why: captionRefusals.noTurns() }
        : { is: 'laid', laid: { file: file.name, captions: read.captions, found, aligner } };
  }

  /** Whether the server took it. */
  async take(meeting: string, session: string | undefined): Promise<boolean> {
    const { result, step } = this;
    if (result === null || step.is !== 'laid' || this.sending) return false;
    const { file, captions } = step.laid;
    const { zero, drift, jumps } = result.laid.clock;
    const content: Omit<NewCaptions, 'id'> = {
      file: file.slice(0, 300),
      fingerprint: captions.fingerprint,
      zero,
      drift,
      jumps: jumps.map((jump) => ({ ...jump })),
      turns: result.turns,
      kept: result.kept,
    };
    const text = JSON.stringify(content);
    if (this.#sent?.content !== text) this.#sent = { id: commandId(), content: text };
    this.sending = true;
    this.refusal = null;
    const answer = await ask<CaptionsAnswer>(`/api/meetings/${meeting}/captions`, {
      method: 'POST',
      session,
      body: { id: this.#sent.id, ...content },
    });
    this.sending = false;
    if (!answer.ok) this.refusal = answer.refusal;
    return answer.ok;
  }

  putAway(): void {
    this.step = { is: 'idle' };
  }

  #result() {
    const { step, nudge, add } = this;
    if (step.is !== 'laid' || this.#takeOver === null) return null;
    const laid = this.#laidOut(step.laid, nudge);
    return { laid, ...this.#takeOver(laid.pieces, add) };
  }

  #last: { readonly file: LaidFile; readonly nudge: number; readonly laid: LaidCaptions } | null = null;

  /** Laid out once for each shift, however often a box is ticked. */
  #laidOut(file: LaidFile, nudge: number): LaidCaptions {
    if (this.#last?.file !== file || this.#last.nudge !== nudge)
      this.#last = {
        file,
        nudge,
        laid: file.aligner.layOut({ ...file.found, zero: file.found.zero + nudge }),
      };
    return this.#last.laid;
  }
}

/** After the page has shown what it is about to do. */
function shown(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
  });
}
