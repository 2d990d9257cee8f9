import type { Channel } from '../../meeting/person.ts';
import type { Sentence } from '../../protocol/language.ts';
import type { Rules } from '../../rules/rules.ts';
import { clockTime, monthAndDay } from '../../meeting/clockTime.ts';
import type { Hand } from './state.ts';

const channelWords: Readonly<Record<Channel, Sentence>> = {
  inRoom: { ja: '会場', en: 'in the room' },
  online: { ja: 'オンライン', en: 'online' },
};
const sourceWords: Readonly<Record<Hand['source'], Sentence>> = {
  self: { ja: '', en: '' },
  desk: { ja: '（事務局入力）', en: ' (entered by the secretariat)' },
  chair: { ja: '（議長入力）', en: ' (entered by the chair)' },
  notice: { ja: '', en: '' },
};
const kindWords: Readonly<Record<Hand['kind'], Sentence>> = {
  pointOfOrder: { ja: '議事進行が先・', en: 'Points of order first · ' },
  followUp: { ja: '関連が先・', en: 'Follow-ups first · ' },
  speak: { ja: '', en: '' },
};

/** Why a hand stands where it does: 受付 14:03:21 会場（事務局入力）. */
export function whyHere(
  hand: Hand,
  startsAt: string,
  place: { readonly first: boolean; readonly moved: string | null },
): Sentence {
  const plain = received(hand, startsAt);
  if (!place.first && place.moved === null) return plain;
  const first = place.first
    ? { ja: '初めての人が先・', en: 'First-time speakers first · ' }
    : { ja: '', en: '' };
  const moved =
    place.moved === null
      ? { ja: '', en: '' }
      : { ja: `議長の指示（${place.moved}）・`, en: `By the chair (${place.moved}) · ` };
  return { ja: `${moved.ja}${first.ja}${plain.ja}`, en: `${moved.en}${first.en}${plain.en}` };
}

/** A hand's own part of the reason never changes, and the whole queue is told again at every change of one hand. */
const known = new WeakMap<Hand, { readonly startsAt: string; readonly sentence: Sentence }>();

function received(hand: Hand, startsAt: string): Sentence {
  const before = known.get(hand);
  if (before?.startsAt === startsAt) return before.sentence;
  if (hand.source === 'notice') return noticed(hand, startsAt);
  const entered = clockTime(hand.enteredAt, startsAt);
  const raised = clockTime(hand.raisedAt, startsAt);
  const channel = channelWords[hand.channel];
  const source = sourceWords[hand.source];
  const kind = kindWords[hand.kind];
  const seen = raised === entered ? { ja: '', en: '' } : { ja: `挙手 ${raised}、`, en: `raised ${raised}, ` };
  const sentence = {
    ja: `${kind.ja}${seen.ja}受付 ${entered} ${channel.ja}${source.ja}`,
    en: `${kind.en}${seen.en}received ${entered} ${channel.en}${source.en}`,
  };
  known.set(hand, { startsAt, sentence });
  return sentence;
}

/** 発言通告 11月20日 10:03 会場: those who gave notice stand in the order in which they gave it. */
function noticed(hand: Hand, startsAt: string): Sentence {
  const [month, day] = monthAndDay(hand.raisedAt, startsAt);
  const time = clockTime(hand.raisedAt, startsAt).slice(0, 5);
  const channel = channelWords[hand.channel];
  return {
    ja: `発言通告 ${String(month)}月${String(day)}日 ${time} ${channel.ja}`,
    en: `Notice given ${String(month)}/${String(day)} ${time} ${channel.en}`,
  };
}

/** What decided among hands raised at once. `alternated`: both channels were among them and took turns. */
export function whyTied(
  policy: Rules['floor']['order'],
  alternated: boolean,
  before: Channel | null,
): Sentence {
  if (policy === 'chair')
    return {
      ja: '同時の挙手です。議長がお決めください。',
      en: 'Raised at once: the chair decides.',
    };
  if (!alternated)
    return {
      ja: '同時の挙手です。受付の早い順です。',
      en: 'Raised at once: in the order received.',
    };
  if (before === null)
    return {
      ja: '同時の挙手です。受付の早い人から、会場とオンラインを交互にします。',
      en: 'Raised at once: the room and online in turn, from the one received first.',
    };
  return before === 'inRoom'
    ? {
        ja: '前の人が会場なので、オンラインが先です。',
        en: 'The one before is in the room, so online goes first.',
      }
    : {
        ja: '前の人がオンラインなので、会場が先です。',
        en: 'The one before is online, so the room goes first.',
      };
}
