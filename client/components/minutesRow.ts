/** One line of the growing minutes as a narrow list shows it. */
export interface MinutesRow {
  id: string;
  /** Milliseconds on the server's clock. */
  at: number | null;
  kind: 'heading' | 'turn' | 'stage' | 'note';
  /** 会長, 委員, 区側: as the body's form prints it. */
  label?: string | undefined;
  text: string;
  /** A turn without words: its length or what to do, 「21秒 言葉を入力」. */
  blank?: string | undefined;
  current?: boolean | undefined;
  /** Withdrawn from the published copy; the record keeps it. */
  withdrawn?: boolean | undefined;
}
