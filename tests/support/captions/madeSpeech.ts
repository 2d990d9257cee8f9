import type { CaptionPerson } from '../../../shared/captions/spokenPeople.ts';
import type { BlockOf } from '../../../shared/minutes/block.ts';
import type { Chance } from './chance.ts';
import type { MadeMeeting } from './madeMeeting.ts';

/** What was really said: by whom, when (seconds of the meeting's clock, epoch), and in which turn of the log. */
export interface Utterance {
  readonly turn: number | null;
  readonly who: string | null;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const topics = [
  '個人情報の取扱い',
  '来年度の予算案',
  '駐輪場の更新工事',
  '公園の遊具の点検',
  '避難所の運営計画',
  '学童の待機の状況',
  '窓口の電子申請',
  '委託先の監督',
  '水道管の耐震化',
  '高齢者の見守り',
  '空き家の実態調査',
  '図書館の開館時間',
];
const facts = [
  (topic: string, n: number) => `${topic}につきましては、昨年度に比べて${n}件の増加となっております。`,
  (topic: string, n: number) => `資料${n}ページの${topic}をご覧いただきたいと思います。`,
  (topic: string) => `${topic}の費用は一般財源から支出する予定でございます。`,
  (topic: string, n: number) => `対象となる方は市内におよそ${n}百人いらっしゃいます。${topic}も含みます。`,
  (topic: string) => `${topic}については関係する部署と調整を進めているところです。`,
  (topic: string) => `期間は来年の三月までを見込んでおりまして、${topic}と合わせて進めます。`,
  (topic: string) => `ここで申し上げたいのは${topic}の安全をどう守るかという点なんですけれども、`,
  (topic: string, n: number) => `${topic}は${n}か所で行っていて、順に見直しをかけています。`,
  () => '先ほどの説明と重なる部分は省かせていただきます。',
  (topic: string) => `近隣の市でも${topic}に取り組んでおり、本市としても遅れないようにしたい。`,
];
const memberBegins = [
  '',
  '',
  'はい。',
  'ありがとうございます。',
  '一点だけ。',
  'すみません、',
  'では私から。',
];
const memberEnds = [
  '',
  '',
  '以上です。',
  'いかがでしょうか。',
  'その点を教えてください。',
  'そう感じました。',
];
const officialBegins = ['', '', 'お答えいたします。', 'はい、', '今のご質問ですが、', '委員ご指摘のとおり、'];
const officialEnds = ['', '', '以上でございます。', '説明は以上です。', 'よろしくお願いいたします。'];
const chairFull = [
  'それでは次の議題に入ります。',
  'ほかにご意見はございますか。',
  'よろしいでしょうか。',
  '挙手をお願いします。',
  '本件は承認することといたします。',
  'では先に進めたいと思います。',
  '休憩のあと、続きを審議いたします。',
  'まず経過から伺ってまいります。',
];
const namings = [
  (name: string) => `ありがとうございました。次に${name}、お願いします。`,
  (name: string) => `${name}、どうぞ。`,
  (name: string) => `では${name}。`,
  (name: string) => `はい、${name}。`,
  (name: string) => `ほかにございますか。${name}、お願いいたします。`,
  (name: string) => `それではお答えを${name}から。`,
  (name: string) => `続いて、手が挙がっています${name}です。`,
];

/** Characters a second; Japanese in a council runs at five to seven. */
const pace = 6;

/** Says everything that the log has turns for, with the delays that a desk's presses have. */
export function speechOf({ people, blocks }: MadeMeeting, chance: Chance): Utterance[] {
  const turns = blocks.filter((block): block is BlockOf<'turn'> => block.type === 'turn');
  const byId = new Map(people.map((person) => [person.id, person]));
  const utterances: Utterance[] = [];
  // A desk has its own pace: how late its presses usually are.
  const late = chance.between(0.2, 1.4);
  turns.forEach((turn, index) => {
    const next = turns[index + 1];
    const person = turn.speaker === null ? undefined : byId.get(turn.speaker);
    const pressed = turn.at / 1000;
    const isNaming = turn.role === 'chair' && turn.endedAt !== null && turn.endedAt - turn.at < 500;
    const before = utterances.at(-1);
    const earliest = (before?.to ?? pressed - 20) + chance.between(0.1, 0.9);
    if (isNaming && next !== undefined) {
      const name = byId.get(next.speaker ?? '')?.name ?? '';
      const text = chance.of(namings)(spoken(name, next.role));
      const length = text.length / pace;
      const to = pressed + chance.around(0.2, 0.7);
      let from = to - length;
      if (before !== undefined && from < before.to + 0.2) {
        // The one before ends when the chair begins.
        from = Math.max(before.from + 1, from);
        utterances[utterances.length - 1] = cutShort(before, from - chance.between(0.1, 0.8));
      }
      utterances.push({ turn: turn.turn, who: turn.speaker, from, to: Math.max(to, from + 0.8), text });
      return;
    }
    const delay = Math.max(-0.8, chance.around(late, 0.8));
    const afterNaming = turns[index - 1]?.endedAt === turns[index - 1]?.at;
    const from = Math.max(earliest, afterNaming ? pressed + chance.between(0.3, 1.5) : pressed - delay);
    const ended = (turn.endedAt ?? turn.at + 20_000) / 1000;
    const to = Math.max(from + 1.2, ended - chance.between(0, 1.2) - (next?.at === turn.endedAt ? late : 0));
    utterances.push({
      turn: turn.turn,
      who: turn.speaker,
      from,
      to,
      text: wordsFor(person, to - from, chance),
    });
  });
  return utterances.filter(({ text }) => text !== '');
}

function spoken(name: string, role: BlockOf<'turn'>['role']): string {
  return role === 'member' ? `${name}` : name.replaceAll(' ', '');
}

function cutShort(utterance: Utterance, to: number): Utterance {
  const end = Math.max(utterance.from + 0.8, to);
  const share = Math.min(1, (end - utterance.from) / (utterance.to - utterance.from));
  return {
    ...utterance,
    to: end,
    text: utterance.text.slice(0, Math.max(2, Math.round(utterance.text.length * share))),
  };
}

function wordsFor(person: CaptionPerson | undefined, seconds: number, chance: Chance): string {
  const room = Math.max(3, Math.round(seconds * pace * chance.between(0.85, 1.1)));
  const role = person?.role ?? 'member';
  const [begins, ends] =
    role === 'official' || role === 'secretariat'
      ? [officialBegins, officialEnds]
      : role === 'chair'
        ? [chairFull, chairFull]
        : [memberBegins, memberEnds];
  const last = chance.of(ends);
  let text = chance.of(begins);
  while (text.length + last.length < room) {
    const more =
      role === 'chair' && chance.is(0.5)
        ? chance.of(chairFull)
        : chance.of(facts)(chance.of(topics), chance.whole(2, 90));
    text += more;
  }
  return (text.slice(0, Math.max(2, room - last.length)) + last).slice(0, Math.max(room, 4));
}
