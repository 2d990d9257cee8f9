import * as v from 'valibot';
import { choices, decisionRulesSchema, voteMethods } from '../rules/rules.ts';
import { agendaItemSchema } from './agendaItem.ts';
import { channels, idSchema, personSchema } from './person.ts';
import { meetingInfoSchema } from './plan.ts';
import { rulesSchema } from '../rules/rules.ts';

/*
 * The product's commands. The same words are the verbs of a scenario file, of the API, and (in the past tense) of
 * the log's events. Nothing here says who sends a command or when: that comes from the session and the clock.
 */

const who = idSchema;
const item = idSchema;
const title = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1000));
const words = v.pipe(v.string(), v.maxLength(20_000));
const said = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(20_000));
const reason = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2000));
const people = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));
const choice = v.picklist(choices);
/** The running number of a turn, a question, an opinion or a promise in the meeting, from 1. */
const no = v.pipe(v.number(), v.integer(), v.minValue(1));
/** Epoch milliseconds. */
const time = v.pipe(v.number(), v.integer(), v.minValue(0));
const opt = v.optional;

const officesElected = ['chair', 'deputyChair'] as const;
const scenes = ['auto', 'waiting', 'agenda', 'floor', 'vote', 'result', 'recess', 'notice', 'blank'] as const;
/** Whose leave a remark was withdrawn or corrected by: the body's, the chair's, or by the chair's own order. */
const leaves = ['body', 'chair', 'order'] as const;
/** What a ballot may say: a choice, or 白票 (blank). */
const ballotChoices = [...choices, 'blank'] as const;

/** Strict: an unknown field is refused. */
const fields = <E extends v.ObjectEntries>(entries: E) => v.strictObject(entries);

/** The fields of each command beside its verb. */
const commandSchemas = {
  // attendance
  checkIn: fields({ who, channel: v.picklist(channels) }),
  confirmIdentity: fields({ who }),
  /** 接続確認: whether somebody who takes part online is seen and heard. */
  checkLink: fields({ who, video: v.boolean(), audio: v.boolean() }),
  /** A member asks for leave to take part online; `who` when the desk enters it. */
  askOnline: fields({ reason: opt(reason), who: opt(who) }),
  withdrawOnline: fields({ who: opt(who) }),
  /** `who` (when the desk enters it) consents to `about` taking part online, or does not. */
  consentOnline: fields({ about: who, agree: v.boolean(), who: opt(who) }),
  /**
   * Lets members take part online. Where the rules ask for the members' consent: 'noObjection', the numbers counted, or
   * nothing where they gave it one by one.
   */
  permitOnline: fields({
    people: v.pipe(v.array(who), v.minLength(1), v.maxLength(5000)),
    consent: opt(v.union([v.literal('noObjection'), v.strictObject({ yes: people, no: people })])),
  }),
  declineOnline: fields({ who, why: opt(reason) }),
  changeChannel: fields({ who, channel: v.picklist(channels) }),
  loseConnection: fields({ who }),
  restoreConnection: fields({ who }),
  leave: fields({ who, reason: opt(words) }),
  markAbsent: fields({ who }),
  recuse: fields({ who, item }),
  endRecusal: fields({ who }),
  admitObservers: fields({ count: people }),
  // meeting
  openMeeting: fields({}),
  recess: fields({ until: opt(v.pipe(v.string(), v.maxLength(100))) }),
  resume: fields({}),
  adjourn: fields({ reason }),
  closeMeeting: fields({}),
  preside: fields({ who }),
  // the plan, as far as it may still change
  changePlan: fields({
    meeting: opt(meetingInfoSchema),
    rules: opt(rulesSchema),
    people: opt(v.pipe(v.array(personSchema), v.minLength(1), v.maxLength(5000))),
    agenda: opt(v.pipe(v.array(agendaItemSchema), v.maxLength(500))),
    profile: opt(v.pipe(v.string(), v.maxLength(200))),
  }),
  addPerson: fields({ person: personSchema }),
  arrangeSeats: fields({
    places: v.record(
      idSchema,
      v.strictObject({ x: v.pipe(v.number(), v.integer()), y: v.pipe(v.number(), v.integer()) }),
    ),
  }),
  setScreen: fields({
    scene: v.picklist(scenes),
    notice: opt(v.pipe(v.string(), v.maxLength(500))),
    size: opt(v.picklist(['normal', 'large', 'larger'])),
  }),
  // agenda
  startItem: fields({ item }),
  endItem: fields({ item }),
  addItem: fields({ item: agendaItemSchema, after: opt(item) }),
  /** 非公開にする, and open again. */
  closeToPublic: fields({ item, reason }),
  openToPublic: fields({ item }),
  joinItems: fields({ items: v.pipe(v.array(item), v.minLength(2)), title: opt(title) }),
  // floor
  raiseHand: fields({
    who: opt(who),
    kind: opt(v.picklist(['speak', 'followUp', 'pointOfOrder']), 'speak'),
    observedAt: opt(time),
  }),
  lowerHand: fields({ who: opt(who) }),
  recognize: fields({
    who,
    /** The number of the turn the presser saw (0: none yet): somebody who was overtaken is told so. */
    seen: opt(v.pipe(v.number(), v.integer(), v.minValue(0))),
  }),
  speak: fields({ who }),
  yieldFloor: fields({}),
  explain: fields({ item, document: opt(v.pipe(v.string(), v.maxLength(500))) }),
  endExplain: fields({}),
  closeList: fields({}),
  openList: fields({}),
  reorderHand: fields({ who, before: v.nullable(who), why: reason }),
  /** 発言通告: a member says beforehand that they want to speak on an item, and about what. */
  giveNotice: fields({ item, text: opt(reason), who: opt(who) }),
  withdrawNotice: fields({ item, who: opt(who) }),
  // vote
  openVote: fields({
    item,
    method: v.picklist(voteMethods),
    question: opt(title),
    rule: opt(decisionRulesSchema),
  }),
  callChoice: fields({ choice }),
  castVote: fields({ item, choice: v.picklist(ballotChoices) }),
  recordCount: fields({
    item,
    channel: v.picklist(channels),
    yes: people,
    no: people,
    abstain: opt(people, 0),
    invalid: opt(people, 0),
  }),
  recordVote: fields({ item, who, choice: v.picklist(ballotChoices) }),
  announceClosing: fields({ seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(3600)) }),
  closeVote: fields({ item }),
  resolve: fields({
    item,
    who: opt(who),
    as: v.picklist(['left', 'abstain', 'no', 'didNotVote']),
    count: opt(v.pipe(people, v.minValue(1))),
  }),
  correctVote: fields({
    item,
    who,
    choice: v.picklist(ballotChoices),
    /** Among which hands they had been counted, where everybody is accounted for and it is not plain. */
    from: opt(v.picklist(['yes', 'no', 'abstain', 'invalid'])),
    why: reason,
  }),
  reportCount: fields({ item }),
  castingVote: fields({ item, choice: v.picklist(['yes', 'no']) }),
  declareResult: fields({ item }),
  voidVote: fields({ item, why: reason }),
  /** `who` when the desk or the chair enters it for somebody in the room. */
  object: fields({ item, who: opt(who) }),
  // motions and amendments
  moveMotion: fields({
    item,
    kind: v.picklist(['motion', 'amendment']),
    text: said,
    who: opt(who),
    /** Where a new amendment goes in the order (原案に遠い順): behind those at least as far; last without it. */
    distance: opt(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))),
  }),
  /** Puts an amendment before another of its item in the order of the votes, or last. */
  placeAmendment: fields({ motion: no, before: v.nullable(no) }),
  secondMotion: fields({ motion: no, who: opt(who) }),
  withdrawMotion: fields({ motion: no }),
  putMotion: fields({ motion: no, method: opt(v.picklist(voteMethods)) }),
  // election
  openElection: fields({
    item,
    office: v.picklist(officesElected),
    method: v.picklist(['acclaimByNomination', 'majorityRunoff', 'plurality']),
  }),
  nominate: fields({ who }),
  castBallot: fields({ choice: v.union([idSchema, v.null()]) }),
  recordBallots: fields({
    counts: v.record(idSchema, people),
    blank: opt(people, 0),
    invalid: opt(people, 0),
  }),
  closeElection: fields({}),
  drawLot: fields({ winner: who, witnesses: opt(v.array(who), []) }),
  declareElected: fields({ who }),
  appoint: fields({ who, office: v.picklist(officesElected) }),
  // written meeting; `who` when the desk enters what came on paper
  consentWritten: fields({ agree: v.boolean(), who: opt(who) }),
  dispatch: fields({
    documents: v.array(title),
    deadlines: opt(v.strictObject({ questions: opt(time), answers: opt(time), decisions: opt(time) }), {}),
  }),
  submitQuestion: fields({ item, text: said, who: opt(who) }),
  submitAnswer: fields({ question: no, text: said, who: opt(who) }),
  submitDecision: fields({ item, choice, opinion: opt(words), who: opt(who) }),
  openRound: fields({ round: v.picklist(['questions', 'answers', 'decisions']), deadline: opt(time) }),
  closeRound: fields({ round: v.picklist(['questions', 'answers', 'decisions']) }),
  /** Of the round that runs, or of one that the dispatch announced. */
  moveDeadline: fields({ round: v.picklist(['questions', 'answers', 'decisions']), deadline: time }),
  notifyResult: fields({}),
  // record
  concludeItem: fields({
    item,
    text: opt(words),
    conditions: opt(v.array(said), []),
    /** On 前回会議録の確認: whether the body agreed to the minutes of the meeting before. */
    agreed: opt(v.boolean(), true),
  }),
  attachOpinion: fields({ item, text: said, from: opt(who) }),
  respondOpinion: fields({ opinion: v.union([no, v.pipe(v.string(), v.maxLength(200))]), text: said }),
  promise: fields({ item, from: who, text: said, due: opt(v.pipe(v.string(), v.maxLength(100))) }),
  fulfil: fields({ promise: no, text: said }),
  note: fields({ text: said }),
  stageDirection: fields({ text: said }),
  writeTurn: fields({
    turn: no,
    text: words,
    /** the length of text the writer started from, so that nobody's words are lost */ base: opt(words),
  }),
  /** `leave`: whose leave was given, or the chair's order, where the desk enters it on the chair's word. */
  correctTurn: fields({ turn: no, text: words, why: reason, leave: opt(v.picklist(leaves)) }),
  withdrawRemark: fields({ turn: no, why: reason, leave: opt(v.picklist(leaves)) }),
  /** 取消し・訂正の申出: whoever spoke the turn asks; `text` are the right words, `base` those they started from. */
  askLeave: fields({
    turn: no,
    to: v.picklist(['withdraw', 'correct']),
    why: reason,
    text: opt(words),
    base: opt(words),
  }),
  /** Under rules that ask the body, the chair has asked it. */
  answerLeave: fields({ request: no, given: v.boolean() }),
  dropLeave: fields({ request: no }),
  /** The words of a caption file, as a page has laid them on the turns. Travels over HTTP: it may be long. */
  takeCaptions: fields({
    file: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300)),
    fingerprint: v.pipe(v.string(), v.regex(/^[0-9a-f]{16,64}$/, 'fingerprint: 16 to 64 hexadecimal digits')),
    /** Epoch ms, also before the meeting. */
    zero: v.pipe(v.number(), v.integer(), v.minValue(-8.64e15), v.maxValue(8.64e15)),
    drift: opt(v.pipe(v.number(), v.minValue(-100_000), v.maxValue(100_000)), 0),
    jumps: opt(
      v.pipe(v.array(v.strictObject({ at: time, by: v.pipe(v.number(), v.integer()) })), v.maxLength(1000)),
      [],
    ),
    turns: v.pipe(
      v.array(
        v.strictObject({
          turn: no,
          from: time,
          to: time,
          text: said,
          /** Where the turn has words already: put these under them. */
          add: opt(v.boolean(), false),
        }),
      ),
      v.maxLength(50_000),
    ),
    kept: opt(
      v.pipe(
        v.array(
          v.strictObject({
            from: time,
            to: time,
            name: opt(v.nullable(v.pipe(v.string(), v.maxLength(200))), null),
            turn: opt(v.nullable(no), null),
            text: said,
          }),
        ),
        v.maxLength(50_000),
      ),
      [],
    ),
  }),
  undoCaptions: fields({ captions: no }),
  correctSpeaker: fields({ turn: no, who, why: reason }),
  splitTurn: fields({
    turn: no,
    /** How many characters of `base`, the words as the writer saw them, stay. */
    keep: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20_000)),
    base: words,
    /** Who spoke the rest, where it was somebody else; and when it began, where somebody knows. */
    who: opt(who),
    since: opt(time),
  }),
  joinTurns: fields({ turn: no, with: no }),
  undoEdit: fields({ edit: no }),
  // the minutes after the meeting
  nameSignatories: fields({ people: v.pipe(v.array(who), v.maxLength(50)) }),
  /** `who` when the desk enters what came on paper. */
  confirmMinutes: fields({ who: opt(who) }),
  /** By the server, when the body has agreed to these minutes in a later meeting, called `session`, at `decidedAt`. */
  confirmByBody: fields({
    meeting: idSchema,
    session: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)),
    decidedAt: time,
  }),
  /** `why`: where signatories are missing. */
  finalizeMinutes: fields({ why: opt(words) }),
  /** What the body's rules (`retention.detailsDays`) let go of after that: by the desk earlier, by the server when it is due. */
  deleteDetails: fields({}),
};

export type Verb = keyof typeof commandSchemas;
export const verbs = Object.keys(commandSchemas) as Verb[];

/** One command as the rules see it: its verb and its fields, defaults filled in. */
export type Command<V extends Verb = Verb> = {
  [K in V]: { readonly do: K } & Readonly<v.InferOutput<(typeof commandSchemas)[K]>>;
}[V];
/** A command as somebody writes it: what has a default may be left out. */
export type CommandInput<V extends Verb = Verb> = {
  [K in V]: { readonly do: K } & v.InferInput<(typeof commandSchemas)[K]>;
}[V];

export type ParsedCommand =
  | { readonly ok: true; readonly command: Command }
  | { readonly ok: false; readonly verb: Verb | null; readonly problems: readonly string[] };

/** Checks one command that came from outside. `problems` name the field and what is allowed, for people to read. */
export function parseCommand(input: unknown): ParsedCommand {
  if (typeof input !== 'object' || input === null || !('do' in input))
    return { ok: false, verb: null, problems: ['do: a command names its verb'] };
  const { do: verb, ...rest } = input;
  if (typeof verb !== 'string' || !isVerb(verb))
    return { ok: false, verb: null, problems: [`do: unknown verb ${JSON.stringify(verb)}`] };
  const result = v.safeParse(commandSchemas[verb], rest);
  if (result.success) return { ok: true, command: { do: verb, ...result.output } as Command };
  return {
    ok: false,
    verb,
    problems: result.issues.map((issue) => `${v.getDotPath(issue) ?? '(command)'}: ${issue.message}`),
  };
}

function isVerb(text: string): text is Verb {
  return Object.hasOwn(commandSchemas, text);
}
