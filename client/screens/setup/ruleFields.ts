import { voteMethods } from '../../../shared/rules/rules.ts';
import type { Choice, Rules, VoteMethodName } from '../../../shared/rules/rules.ts';
import type { RuleFieldWords } from '../../messages/ruleFields.ts';

/*
 * The rest of the rule model as fields to choose from, in groups. What a body has that is not on a list stays: choosing
 * nothing changes nothing.
 */

type Group = Exclude<keyof Rules, 'seats'>;

/** One parameter: its name in the model, its label, and what it may be. Values are written as JSON. */
export interface RuleField {
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  now(rules: Rules): string;
  change(rules: Rules, value: string): Rules;
}

export interface RuleGroup {
  readonly id: string;
  readonly label: string;
  readonly fields: readonly RuleField[];
}

function field<G extends Group, N extends keyof Rules[G] & string>(
  rules: Rules,
  group: G,
  name: N,
  label: string,
  choices: readonly (readonly [Rules[G][N], string])[],
): RuleField {
  const own = JSON.stringify(rules[group][name]);
  const listed = choices.map(([value, words]) => ({ value: JSON.stringify(value), label: words }));
  const known = listed.some(({ value }) => value === own);
  return {
    id: `${group}.${name}`,
    label,
    options: known ? listed : [...listed, { value: own, label: own.replaceAll(/["{}]/g, ' ').trim() }],
    now: (all) => JSON.stringify(all[group][name]),
    change: (all, value) => ({
      ...all,
      [group]: { ...all[group], [name]: JSON.parse(value) as Rules[G][N] },
    }),
  };
}

/** The page's words for them. */
export interface RuleWords {
  readonly fields: RuleFieldWords;
  readonly methods: Readonly<Record<VoteMethodName, string>>;
  readonly choices: Readonly<Record<Choice, string>>;
}

/** The groups in the page's language, with what these rules have. */
export function ruleGroups(rules: Rules, words: RuleWords): readonly RuleGroup[] {
  const { labels, values, groups, yes, no, people, seconds, minutesEach, timesEach, daysAfter, years } =
    words.fields;
  const { methods, choices } = words;
  const bool = [[true, yes] as const, [false, no] as const];
  const ways = voteMethods.map((method) => [method, methods[method]] as const);
  return [
    {
      id: 'quorum',
      label: groups.quorum,
      fields: [
        field(rules, 'quorum', 'countsChair', labels.countsChair, bool),
        field(rules, 'quorum', 'countsOnline', labels.countsOnline, bool),
        field(rules, 'quorum', 'recusalExempt', labels.recusalExempt, bool),
        field(rules, 'quorum', 'onLoss', labels.onLoss, [
          ['blockVote', values.blockVote],
          ['warn', values.warn],
          ['autoRecess', values.autoRecess],
        ]),
        field(rules, 'chair', 'votesOnSupermajority', labels.votesOnSupermajority, bool),
        field(rules, 'decision', 'tieBase', labels.tieBase, [
          ['yesEqualsNo', values.yesEqualsNo],
          ['none', values.noTies],
        ]),
      ],
    },
    {
      id: 'vote',
      label: groups.vote,
      fields: [
        field(rules, 'vote', 'method', labels.method, ways),
        field(
          rules,
          'vote',
          'askOrder',
          labels.askOrder,
          (
            [
              ['yes', 'no', 'abstain'],
              ['yes', 'no'],
              ['yes'],
              ['no', 'yes', 'abstain'],
            ] satisfies Rules['vote']['askOrder'][]
          ).map((order) => [order, order.map((choice) => choices[choice]).join('・')] as const),
        ),
        field(rules, 'vote', 'channelOrder', labels.channelOrder, [
          ['simultaneous', values.simultaneous],
          ['onlineFirst', values.onlineFirst],
          ['roomFirst', values.roomFirst],
        ]),
        field(rules, 'vote', 'changeable', labels.changeable, [
          ['untilClose', values.untilClose],
          ['never', values.never],
        ]),
        field(rules, 'vote', 'blank', labels.blank, [
          ['abstain', values.asAbstain],
          ['invalid', values.asInvalid],
          ['asNo', values.asNo],
        ]),
        field(rules, 'vote', 'noResponse', labels.noResponse, [
          ['flagAndResolve', values.flagAndResolve],
          ['abstain', values.asAbstain],
          ['asNo', values.asNo],
          ['leftRoom', values.leftRoom],
        ]),
        field(
          rules,
          'vote',
          'objection',
          labels.objection,
          [1, 2, 3].map((n) => [n, people({ n })] as const),
        ),
        field(
          rules,
          'vote',
          'objectionThen',
          labels.objectionThen,
          ways.filter(([method]) => method !== 'noObjection'),
        ),
        field(rules, 'vote', 'deskOnChairsWord', labels.deskOnChairsWord, bool),
      ],
    },
    {
      id: 'floor',
      label: groups.floor,
      fields: [
        field(rules, 'floor', 'notice', labels.notice, [
          ['none', values.noticeNone],
          ['queueFirst', values.noticeFirst],
          ['listOnly', values.noticeList],
        ]),
        field(rules, 'floor', 'limit', labels.limit, [
          ['none', values.noLimit],
          ...[3, 5, 10].map((n) => [{ seconds: n * 60 }, minutesEach({ n })] as const),
          ...[1, 2, 3].map((n) => [{ times: n }, timesEach({ n })] as const),
        ]),
        field(
          rules,
          'floor',
          'tieWindowSeconds',
          labels.tieWindow,
          [0, 1, 2, 3].map((n) => [n, seconds({ n })] as const),
        ),
        field(rules, 'motion', 'seconders', labels.seconders, [
          [0, values.noneNeeded],
          ...[1, 2, 3].map((n) => [n, people({ n })] as const),
          [{ fraction: { n: 1, d: 2 } }, values.half],
        ]),
        field(rules, 'amend', 'order', labels.amend, [
          ['farthestFirst', values.farthestFirst],
          ['chairDecides', values.chairDecides],
        ]),
        field(rules, 'remarks', 'withdrawalLeave', labels.withdrawalLeave, [
          ['body', values.leaveOfBody],
          ['chair', values.chairPermit],
        ]),
        field(rules, 'remarks', 'correctionLeave', labels.correctionLeave, [
          ['chair', values.chairPermit],
          ['body', values.leaveOfBody],
        ]),
        field(rules, 'remarks', 'until', labels.remarksUntil, [
          ['close', values.untilMeetingEnds],
          ['final', values.untilFinal],
        ]),
        field(rules, 'recusal', 'mode', labels.recusal, [
          ['leave', values.leave],
          ['stayCanSpeak', values.stayCanSpeak],
        ]),
      ],
    },
    {
      id: 'online',
      label: groups.online,
      fields: [
        field(rules, 'online', 'enabled', labels.enabled, bool),
        field(rules, 'online', 'allowedWhen', labels.allowedWhen, [
          ['chairPermit', values.chairPermit],
          ['majorityConsent', values.majorityConsent],
          ['always', values.always],
        ]),
        field(rules, 'online', 'identityCheck', labels.identityCheck, [
          ['tokenAndVisual', values.tokenAndVisual],
          ['visualByChair', values.visualByChair],
          ['token', values.token],
          ['none', values.identityNone],
        ]),
        field(rules, 'online', 'media', labels.media, [
          ['videoAndAudio', values.videoAndAudio],
          ['audioSuffices', values.audioSuffices],
        ]),
        field(rules, 'online', 'closedSession', labels.closedSession, bool),
      ],
    },
    {
      id: 'other',
      label: groups.other,
      fields: [
        field(rules, 'election', 'method', labels.election, [
          ['acclaimByNomination', values.acclaimByNomination],
          ['majorityRunoff', values.majorityRunoff],
          ['plurality', values.plurality],
        ]),
        field(rules, 'retention', 'detailsDays', labels.details, [
          ...[7, 30, 90, 365].map((n) => [n, daysAfter({ n })] as const),
          ['keep', values.keep],
        ]),
        field(rules, 'retention', 'recordYears', labels.keepRecord, [
          ...[5, 10, 30].map((n) => [n, years({ n })] as const),
          ['keep', values.keepRecord],
        ]),
      ],
    },
  ];
}
