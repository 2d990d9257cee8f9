import type { Nodes, Turn } from '../log/nodes.ts';
import type { Timers } from '../surroundings.ts';

/** Asks again after so many ms while another node has the turn. */
const askAgain = 3;
/** So often; then this node goes on without the turn, which costs the others a conflict and nothing more. */
const longestAsk = 100;

/** One node's part in taking turns with the others at a meeting's appends. */
export interface MeetingTurn {
  /**
   * Waits for the turn; `got`: others may have appended since this node last had it. Each time that it is told to wait,
   * it does `meanwhile`, since the wait may be long. Rejects with a LogError, or with what `meanwhile` rejects with.
   */
  take(meanwhile: () => Promise<void>): Promise<Exclude<Turn, 'others'>>;
  /** Hands it on where another node waits. */
  giveWhenWanted(): Promise<void>;
}

export function meetingTurn(nodes: Nodes, timers: Timers, meeting: string): MeetingTurn {
  return {
    async take(meanwhile) {
      for (let asked = 0; asked < longestAsk; asked++) {
        const turn = await nodes.takeTurn(meeting);
        if (turn !== 'others') return turn;
        await meanwhile();
        await new Promise<void>((done) => timers.after(askAgain, done));
      }
      return 'got';
    },
    async giveWhenWanted() {
      if (nodes.isWanted(meeting)) await nodes.giveTurn(meeting);
    },
  };
}
