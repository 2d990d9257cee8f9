import { describe, expect, it } from 'vitest';
import { TurnDraft } from '../../client/screens/minutes/turnDraft.svelte.ts';
import { mergeText } from '../../shared/minutes/mergeText.ts';
import type { CommandInput } from '../../shared/meeting/commands.ts';
import type { Answer } from '../../shared/protocol/messages.ts';

/** The one turn of a server that merges, and tells every desk what it has now. */
class Turn {
  text = '';
  version = 1;
  readonly desks: TurnDraft[] = [];

  readonly send = (command: CommandInput): Promise<Answer> => {
    if (command.do !== 'writeTurn') throw new Error(command.do);
    const text = mergeText(command.base ?? '', this.text, command.text);
    if (text !== this.text) {
      this.text = text;
      this.version += 1;
      this.tell();
    }
    return Promise.resolve({ ok: true, id: 'c', version: this.version, at: 0 });
  };

  tell(): void {
    for (const desk of this.desks) desk.receive({ text: this.text });
  }

  desk(offered = ''): TurnDraft {
    const draft = new TurnDraft({ turn: 1, text: this.text }, offered);
    this.desks.push(draft);
    return draft;
  }
}

describe('a turn while it is typed', () => {
  it('[C81] shows what others write in the same turn and loses none of one’s own', async () => {
    const turn = new Turn();
    turn.text = '録音した内容を保管しますか。';
    const [one, two] = [turn.desk(), turn.desk()];
    one.text = '録音した内容をどこに保管しますか。';
    two.text = '録音した内容を保管しますか。教えてください。';
    await Promise.all([one.save(turn.send), two.save(turn.send)]);
    expect(turn.text).toBe('録音した内容をどこに保管しますか。教えてください。');
    expect([one.text, two.text]).toEqual([turn.text, turn.text]);
  });

  it('[C81] goes on with what was typed while the words were on their way', async () => {
    const turn = new Turn();
    const [one, two] = [turn.desk(), turn.desk()];
    two.text = '別の席';
    one.text = 'はい';
    const saved = one.save(turn.send);
    one.text = 'はい、続けます。';
    await two.save(turn.send);
    await saved;
    expect(one.unsent).toBe(false);
    expect(turn.text).toBe('はい別の席、続けます。');
    expect(one.text).toBe(turn.text);
  });

  it('[C81] lets others’ words wait while a conversion is open, and while something is not saved', async () => {
    const turn = new Turn();
    const [draft, other] = [turn.desk(), turn.desk()];
    draft.composing = true;
    draft.text = 'ほかん';
    other.text = '前の行';
    await other.save(turn.send);
    expect(draft.text).toBe('ほかん');
    draft.composed();
    expect(draft.text).toBe('ほかん');
    await draft.save(turn.send);
    expect(draft.text).toBe('前の行ほかん');
    expect(turn.text).toBe(draft.text);
  });

  it('[C81] keeps what a refusal left unsaved', async () => {
    const turn = new Turn();
    const draft = turn.desk();
    draft.text = '言葉';
    const refused = await draft.save(() =>
      Promise.resolve({
        ok: false,
        id: 'c',
        version: 1,
        refusal: { code: 'record/too-long', ja: '長すぎます。', en: 'Too long.' },
      }),
    );
    expect(refused).toBe(false);
    expect(draft.unsent).toBe(true);
    expect(await draft.save(turn.send)).toBe(true);
    expect(turn.text).toBe('言葉');
  });

  it('[K33] whoever saves while words are on their way is told what became of all of them', async () => {
    const turn = new Turn();
    const draft = turn.desk();
    draft.text = '言葉';
    const first = draft.save(turn.send);
    draft.text = '言葉と、その続き';
    expect(await draft.save(turn.send)).toBe(true);
    expect(await first).toBe(true);
    expect(turn.text).toBe('言葉と、その続き');
    expect(draft.unsent).toBe(false);
  });

  it('[C82] offers the printed words of an empty turn and sends them only when they were changed', async () => {
    const turn = new Turn();
    const draft = turn.desk('賛成16名でございます。');
    expect(draft.unsent).toBe(false);
    expect(await draft.save(turn.send)).toBe(true);
    expect(turn.text).toBe('');
    draft.text = '賛成16名でございますので、承認といたします。';
    await draft.save(turn.send);
    expect(turn.text).toBe('賛成16名でございますので、承認といたします。');
  });
});
