import fc from 'fast-check';
import type { CommandInput, Verb } from '../../shared/meeting/commands.ts';
import type { By } from './given.ts';

/** One attempt: somebody tries something `wait` seconds after the last attempt. It may well be refused. */
export interface Attempt {
  readonly by: By;
  readonly command: CommandInput;
  readonly wait: number;
}

const who = fc.constantFrom('m01', 'm02', 'm03', 'm04', 'm05', 'm06', 'k01', 's01', 'o01', 'x');
const item = fc.constantFrom('i1', 'i1', 'i2', 'i3', 'nothing');
const choice = fc.constantFrom('yes' as const, 'no' as const, 'abstain' as const);
const channel = fc.constantFrom('inRoom' as const, 'online' as const);
const text = fc.constantFrom('理由', '文');
const few = fc.integer({ min: 0, max: 4 });
const number = fc.integer({ min: 1, max: 4 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** What each verb may be tried with; a verb that is not here is not tried. */
type Tries = { readonly [V in Verb]?: fc.Arbitrary<Omit<CommandInput<V>, 'do'>> };

const attendance: Tries = {
  checkIn: fc.record({ who, channel }),
  confirmIdentity: fc.record({ who }),
  checkLink: fc.record({ who, video: fc.boolean(), audio: fc.boolean() }),
  askOnline: fc.record({ who: maybe(who), reason: maybe(text) }),
  withdrawOnline: fc.record({ who: maybe(who) }),
  consentOnline: fc.record({ about: who, agree: fc.boolean(), who: maybe(who) }),
  permitOnline: fc.record({
    people: fc.uniqueArray(who, { minLength: 1, maxLength: 2 }),
    consent: maybe(fc.oneof(fc.constant('noObjection' as const), fc.record({ yes: few, no: few }))),
  }),
  declineOnline: fc.record({ who, why: maybe(text) }),
  changeChannel: fc.record({ who, channel }),
  loseConnection: fc.record({ who }),
  restoreConnection: fc.record({ who }),
  leave: fc.record({ who, reason: maybe(text) }),
  markAbsent: fc.record({ who }),
  recuse: fc.record({ who, item }),
  endRecusal: fc.record({ who }),
  admitObservers: fc.record({ count: few }),
};
const conduct: Tries = {
  openMeeting: fc.constant({}),
  recess: fc.constant({}),
  resume: fc.constant({}),
  preside: fc.record({ who }),
  addPerson: fc.record({
    person: fc.record({
      id: fc.constantFrom('m08', 'm03'),
      name: text,
      role: fc.constantFrom('member' as const, 'official' as const),
    }),
  }),
};
const ending: Tries = {
  adjourn: fc.record({ reason: text }),
  closeMeeting: fc.constant({}),
};
const agenda: Tries = {
  startItem: fc.record({ item }),
  endItem: fc.record({ item }),
  addItem: fc.record({
    item: fc.record({ id: fc.constantFrom('i3', 'i1'), title: text, kind: fc.constant('other') }),
    after: maybe(item),
  }),
  closeToPublic: fc.record({ item, reason: text }),
  openToPublic: fc.record({ item }),
  joinItems: fc.record({ items: fc.uniqueArray(item, { minLength: 2, maxLength: 2 }) }),
};
const floor: Tries = {
  raiseHand: fc.record({
    who: maybe(who),
    kind: fc.constantFrom('speak' as const, 'followUp' as const, 'pointOfOrder' as const),
  }),
  lowerHand: fc.record({ who: maybe(who) }),
  recognize: fc.record({ who, seen: maybe(few) }),
  speak: fc.record({ who }),
  yieldFloor: fc.constant({}),
  explain: fc.record({ item }),
  endExplain: fc.constant({}),
  closeList: fc.constant({}),
  openList: fc.constant({}),
  reorderHand: fc.record({ who, before: fc.option(who), why: text }),
  giveNotice: fc.record({ item, who: maybe(who), text: maybe(text) }),
  withdrawNotice: fc.record({ item, who: maybe(who) }),
};
const votes: Tries = {
  openVote: fc.record({
    item,
    method: fc.constantFrom(
      'showOfHands' as const,
      'electronic' as const,
      'noObjection' as const,
      'secretBallot' as const,
    ),
  }),
  callChoice: fc.record({ choice }),
  castVote: fc.record({ item, choice }),
  recordCount: fc.record({ item, channel, yes: few, no: few }),
  recordVote: fc.record({ item, who, choice }),
  closeVote: fc.record({ item }),
  resolve: fc.record({ item, who: maybe(who), as: fc.constantFrom('left' as const, 'no' as const) }),
  correctVote: fc.record({ item, who, choice, why: text }),
  reportCount: fc.record({ item }),
  castingVote: fc.record({ item, choice: fc.constantFrom('yes' as const, 'no' as const) }),
  declareResult: fc.record({ item }),
  voidVote: fc.record({ item, why: text }),
  object: fc.record({ item }),
};
const elections: Tries = {
  openElection: fc.record({
    item,
    office: fc.constantFrom('chair' as const, 'deputyChair' as const),
    method: fc.constantFrom('acclaimByNomination' as const, 'majorityRunoff' as const),
  }),
  nominate: fc.record({ who }),
  castBallot: fc.record({ choice: fc.option(who) }),
  recordBallots: fc.record({ counts: fc.dictionary(who, few) }),
  closeElection: fc.constant({}),
  drawLot: fc.record({ winner: who }),
  declareElected: fc.record({ who }),
  appoint: fc.record({ who, office: fc.constantFrom('chair' as const, 'deputyChair' as const) }),
};
const record: Tries = {
  concludeItem: fc.record({ item }),
  attachOpinion: fc.record({ item, text }),
  promise: fc.record({ item, from: who, text }),
  fulfil: fc.record({ promise: number, text }),
  writeTurn: fc.record({ turn: number, text }),
  withdrawRemark: fc.record({ turn: number, why: text }),
};

function commandsOf(tries: Tries): fc.Arbitrary<CommandInput>[] {
  return Object.entries(tries).map(([verb, fields]: [string, fc.Arbitrary<object>]) =>
    fields.map((values) => ({ do: verb, ...values }) as CommandInput),
  );
}

const from = (tries: Tries) => fc.oneof(...commandsOf(tries));
const { recess, resume, ...oftenConduct } = conduct;

/** What is tried: the lively parts of a meeting most, what stops it seldom. */
const anyCommand = fc.oneof(
  { weight: 100, arbitrary: from(floor) },
  { weight: 50, arbitrary: from(attendance) },
  { weight: 40, arbitrary: from(agenda) },
  { weight: 20, arbitrary: from(oftenConduct) },
  { weight: 60, arbitrary: from(votes) },
  { weight: 15, arbitrary: from(elections) },
  { weight: 15, arbitrary: from(record) },
  { weight: 3, arbitrary: from({ recess }) },
  { weight: 10, arbitrary: from({ resume }) },
  { weight: 1, arbitrary: from(ending) },
);

/** Anything anybody might try. Whoever may do a thing is drawn often enough that a good part is carried out. */
export const anyAttempt: fc.Arbitrary<Attempt> = fc.record({
  by: fc.oneof(
    { weight: 6, arbitrary: fc.constant('desk') },
    { weight: 6, arbitrary: fc.constant('m01') },
    { weight: 4, arbitrary: fc.constantFrom('m02', 'm03', 'm04', 'm05', 'm06', 'k01') },
    { weight: 1, arbitrary: fc.constantFrom('s01', 'o01', 'system') },
  ),
  command: anyCommand,
  wait: fc.constantFrom(0, 0.5, 5, 70),
});
