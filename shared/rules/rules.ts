import * as v from 'valibot';

/*
 * The rule model: what differs from one body's ordinance (条例・規則) to the next, as data. Every parameter has a
 * default; a meeting's plan, then an agenda item, then one vote may each stand above what is below them.
 */

const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000));
const ratio = v.pipe(
  v.strictObject({ n: count, d: count }),
  v.check((r) => r.n <= r.d, 'a fraction above 1 can never be met'),
);
const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(24 * 3600));
const days = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3650));
const years = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100));

export const voteMethods = [
  'noObjection',
  'showOfHands',
  'standing',
  'namedBallot',
  'secretBallot',
  'electronic',
] as const;
export type VoteMethodName = (typeof voteMethods)[number];

export const choices = ['yes', 'no', 'abstain'] as const;
export type Choice = (typeof choices)[number];

/** 定足数: how many must be present for the body to act. */
const quorumRulesSchema = v.strictObject({
  base: v.optional(v.picklist(['seats', 'inOffice']), 'seats'),
  rule: v.optional(
    v.union([
      v.picklist(['majority', 'atLeastHalf']),
      v.strictObject({ fraction: ratio }),
      v.strictObject({ count }),
    ]),
    'majority',
  ),
  countsChair: v.optional(v.boolean(), true),
  countsOnline: v.optional(v.boolean(), true),
  recusalExempt: v.optional(v.boolean(), true),
  onLoss: v.optional(v.picklist(['warn', 'blockVote', 'autoRecess']), 'blockVote'),
});

/** How a question is decided: the rule, what it is a share of, and when votes are level. */
export const decisionSchema = v.strictObject({
  rule: v.optional(
    v.union([v.picklist(['majority', 'unanimous', 'plurality']), v.strictObject({ fractionAtLeast: ratio })]),
    'majority',
  ),
  base: v.optional(v.picklist(['presentEligible', 'validVotes', 'seats']), 'presentEligible'),
  tieBase: v.optional(v.picklist(['yesEqualsNo', 'none']), 'yesEqualsNo'),
});
export type Decision = v.InferOutput<typeof decisionSchema>;

/** An item's or one vote's own rule: the shape of `rules`, standing above the body's for that vote. */
export const decisionRulesSchema = v.strictObject({
  decision: v.optional(v.partial(decisionSchema)),
});
export type DecisionRules = v.InferOutput<typeof decisionRulesSchema>;

export const rulesSchema = v.strictObject({
  /** 定数: the seats the ordinance gives the body. Absent: the number of members on the roster. */
  seats: v.optional(count),
  quorum: v.optional(quorumRulesSchema, {}),
  chair: v.optional(
    v.strictObject({
      vote: v.optional(v.picklist(['castingOnly', 'memberAndCasting', 'memberOnly']), 'castingOnly'),
      votesOnSupermajority: v.optional(v.boolean(), true),
    }),
    {},
  ),
  decision: v.optional(decisionSchema, {}),
  vote: v.optional(
    v.strictObject({
      method: v.optional(v.picklist(voteMethods), 'showOfHands'),
      abstention: v.optional(v.picklist(['allowed', 'forbidden']), 'allowed'),
      blank: v.optional(v.picklist(['abstain', 'invalid', 'asNo']), 'abstain'),
      noResponse: v.optional(v.picklist(['flagAndResolve', 'abstain', 'asNo', 'leftRoom']), 'flagAndResolve'),
      askOrder: v.optional(v.array(v.picklist(choices)), ['yes', 'no', 'abstain']),
      channelOrder: v.optional(v.picklist(['simultaneous', 'onlineFirst', 'roomFirst']), 'simultaneous'),
      changeable: v.optional(v.picklist(['never', 'untilClose']), 'untilClose'),
      /** How many objections break 異議なし; `objectionThen` is the method that takes its place. */
      objection: v.optional(count, 1),
      objectionThen: v.optional(v.picklist(voteMethods), 'showOfHands'),
      /** Whether the room screen shows the tally while the vote runs. */
      tally: v.optional(v.picklist(['live', 'afterClose']), 'afterClose'),
      /** Whether the desk may enter the chair's own words (宣告, 裁決) "on the chair's word"; the record says so. */
      deskOnChairsWord: v.optional(v.boolean(), false),
    }),
    {},
  ),
  recusal: v.optional(
    v.strictObject({ mode: v.optional(v.picklist(['leave', 'stayCanSpeak']), 'leave') }),
    {},
  ),
  amend: v.optional(
    v.strictObject({ order: v.optional(v.picklist(['farthestFirst', 'chairDecides']), 'farthestFirst') }),
    {},
  ),
  motion: v.optional(
    v.strictObject({
      seconders: v.optional(
        v.union([v.pipe(v.number(), v.integer(), v.minValue(0)), v.strictObject({ fraction: ratio })]),
        0,
      ),
    }),
    {},
  ),
  online: v.optional(
    v.strictObject({
      enabled: v.optional(v.boolean(), true),
      allowedWhen: v.optional(v.picklist(['always', 'chairPermit', 'majorityConsent']), 'chairPermit'),
      identityCheck: v.optional(
        v.picklist(['none', 'visualByChair', 'token', 'tokenAndVisual']),
        'tokenAndVisual',
      ),
      media: v.optional(v.picklist(['videoAndAudio', 'audioSuffices']), 'videoAndAudio'),
      disconnect: v.optional(
        v.strictObject({
          graceSeconds: v.optional(seconds, 60),
          then: v.optional(v.picklist(['leftAt', 'excludeFromVote']), 'leftAt'),
        }),
        {},
      ),
      closedSession: v.optional(v.boolean(), false),
    }),
    {},
  ),
  written: v.optional(
    v.strictObject({
      consent: v.optional(v.picklist(['chair', 'majority']), 'majority'),
      base: v.optional(v.picklist(['allSeats', 'respondents']), 'allSeats'),
    }),
    {},
  ),
  election: v.optional(
    v.strictObject({
      method: v.optional(
        v.picklist(['acclaimByNomination', 'majorityRunoff', 'plurality']),
        'acclaimByNomination',
      ),
      tie: v.optional(v.picklist(['lot']), 'lot'),
    }),
    {},
  ),
  floor: v.optional(
    v.strictObject({
      order: v.optional(v.picklist(['fifo', 'firstTimeFirst', 'alternate', 'chair']), 'fifo'),
      /** Hands seen within this many seconds of each other count as raised at once (同時). */
      tieWindowSeconds: v.optional(seconds, 1),
      /** 発言通告: not taken, put up before all other hands when the item begins, or only listed for the chair. */
      notice: v.optional(v.picklist(['none', 'queueFirst', 'listOnly']), 'none'),
      limit: v.optional(
        v.union([
          v.literal('none'),
          v.strictObject({ seconds: v.optional(seconds), times: v.optional(count) }),
        ]),
        'none',
      ),
    }),
    {},
  ),
  /** 発言の取消しと訂正: whose leave whoever spoke needs for it, and until when it is taken (標準市議会会議規則65条). */
  remarks: v.optional(
    v.strictObject({
      withdrawalLeave: v.optional(v.picklist(['body', 'chair']), 'body'),
      correctionLeave: v.optional(v.picklist(['chair', 'body']), 'chair'),
      until: v.optional(v.picklist(['close', 'final']), 'close'),
    }),
    {},
  ),
  /** What is deleted after the minutes are final, and when; the record itself never goes by itself. */
  retention: v.optional(
    v.strictObject({
      /** Links, sessions and when devices were seen: so many days after the minutes were made final. */
      detailsDays: v.optional(v.union([v.literal('keep'), days]), 30),
      /** After so many years the desk may take the whole record out of the store. */
      recordYears: v.optional(v.union([v.literal('keep'), years]), 10),
    }),
    {},
  ),
});
/** A body's rules, every parameter filled in. */
export type Rules = v.InferOutput<typeof rulesSchema>;
/** A body's rules as somebody wrote them down: what is absent takes its default. */
export type RulesInput = v.InferInput<typeof rulesSchema>;

export function rulesWithDefaults(input: RulesInput): Rules {
  return v.parse(rulesSchema, input);
}
