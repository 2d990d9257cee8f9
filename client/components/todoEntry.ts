/** Something that needs a person (要対応). */
export interface TodoEntry {
  id: string;
  kind: 'warning' | 'time';
  title: string;
  detail?: string | undefined;
  /** The button's word; without it the line only informs. */
  action?: string | undefined;
  /** Why the button cannot be pressed now. */
  blocked?: string | undefined;
}
