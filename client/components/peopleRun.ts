/** Cells of a bar that look alike and stand together. `empty` is a seat without anybody in it. */
export type CellKind = 'inRoom' | 'online' | 'lost' | 'empty' | 'clear' | 'yes' | 'no' | 'abstain' | 'open';

export interface PeopleRun {
  kind: CellKind;
  count: number;
}
