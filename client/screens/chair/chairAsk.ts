/** What the chair is asked before a command is sent. */
export type ChairAsk =
  | { kind: 'recess' }
  | { kind: 'void'; item: string }
  | { kind: 'adjourn' }
  | { kind: 'outOfTurn'; who: string; name: string; before: number }
  | { kind: 'casting'; item: string; choice: 'yes' | 'no' };
