/**
 * What a screen reader is told. What concerns the listener now (「あなたの番です」) is said at once; the queue's
 * chatter is gathered, and at most one polite message leaves in three seconds.
 */
export const gatherMs = 3000;

type Schedule = (run: () => void, ms: number) => void;

export class Announcements {
  /** The text of the assertive region. */
  urgent = $state('');
  /** The text of the polite region. */
  polite = $state('');

  // What was said last, kept apart: an effect that announces must not depend on what it announced.
  #lastUrgent = '';
  #lastPolite = '';
  #waiting: { topic: string; text: string }[] = [];
  #holding = false;
  readonly #schedule: Schedule;

  constructor(schedule: Schedule = (run, ms) => void setTimeout(run, ms)) {
    this.#schedule = schedule;
  }

  /** Says it at once, over whatever is being read. */
  say(text: string): void {
    // The same words twice are a change only if the text differs: a zero-width space makes it one.
    this.#lastUrgent = this.#lastUrgent === text ? `${text}\u200b` : text;
    this.urgent = this.#lastUrgent;
  }

  /**
   * Says it when there is room. Within one pause a later message on the same topic replaces the earlier one
   * (「挙手は3人です」 then 「挙手は4人です」: only the last is worth hearing).
   */
  mention(text: string, topic = text): void {
    this.#waiting = [...this.#waiting.filter((other) => other.topic !== topic), { topic, text }];
    if (!this.#holding) this.#flush();
  }

  #flush(): void {
    if (this.#waiting.length === 0) {
      this.#holding = false;
      return;
    }
    const text = this.#waiting.map((message) => message.text).join(' ');
    this.#waiting = [];
    this.#lastPolite = this.#lastPolite === text ? `${text}\u200b` : text;
    this.polite = this.#lastPolite;
    this.#holding = true;
    this.#schedule(() => {
      this.#flush();
    }, gatherMs);
  }
}
