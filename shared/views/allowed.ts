import type { Audience } from './types/audience.ts';

/*
 * The allow-list: every field that each audience's view may hold, written down apart from the code that builds the
 * views. Tests hold every view against it. A field is added here when somebody has decided that this audience may see
 * it, and for no other reason.
 */

/** What may stand at a place: a plain value, a list or a record of things, these fields, or an object as a whole. */
export type Allowed =
  | 'value'
  | 'whole'
  | { readonly each: Allowed }
  | { readonly byId: Allowed }
  | { readonly fields: Readonly<Record<string, Allowed>> };

const values = (...names: readonly string[]): Record<string, Allowed> =>
  Object.fromEntries(names.map((name) => [name, 'value']));
const fields = (entries: Readonly<Record<string, Allowed>>): Allowed => ({ fields: entries });
const each = (of: Allowed): Allowed => ({ each: of });
const byId = (of: Allowed): Allowed => ({ byId: of });

const sentence = fields(values('ja', 'en'));
const counts = fields(values('yes', 'no', 'abstain', 'invalid', 'unaccounted'));
const byChannel = fields(values('inRoom', 'online'));
const tally = fields(values('yes', 'no', 'abstain', 'blank', 'invalid'));

const meeting = fields({
  ...values('id', 'status', 'openedAt', 'closedAt', 'presiding', 'rehearsal', 'profile'),
  info: fields({
    ...values('title', 'body', 'startsAt', 'plannedEnd', 'venue', 'mode', 'contact'),
    public: fields(values('open', 'reason')),
    documents: each(fields(values('title', 'given', 'item'))),
  }),
  recess: fields(values('since', 'until')),
});

const person = fields(
  values('id', 'name', 'kana', 'role', 'title', 'department', 'seat', 'presence', 'channel'),
);

const agendaItem = fields({
  ...values('id', 'title', 'short', 'number', 'kind', 'parent', 'official', 'department', 'method'),
  ...values('status', 'plannedMinutes', 'startedAt', 'endedAt', 'spent', 'runningSince', 'undeclared'),
  closedReason: 'value',
  joint: each('value'),
  outcome: sentence,
});

const hand = fields({
  ...values('who', 'kind', 'raisedAt', 'enteredAt', 'source', 'channel', 'times', 'lost', 'tie'),
  why: sentence,
});

const floor = fields({
  ...values('lastMember', 'listOpen'),
  turn: fields(values('no', 'who', 'since', 'kind', 'times', 'channel', 'limitAt')),
  queue: each(hand),
  ties: each(fields({ tie: 'value', note: sentence })),
});

const vote = fields({
  ...values('id', 'item', 'round', 'method', 'question', 'status', 'openedAt', 'at', 'called', 'polled'),
  ...values('eligible', 'required', 'chairVotes', 'taken', 'closedAt', 'objections', 'tie'),
  ...values('castingVote', 'outcome', 'declaredAt', 'voidReason'),
  motion: fields(values('no', 'kind', 'text')),
  steps: each(fields(values('step', 'choice', 'at'))),
  eligibleByChannel: byChannel,
  quorum: fields(values('required', 'present')),
  counts,
  closing: fields(values('at', 'until')),
  explanation: sentence,
});

const election = fields({
  ...values('no', 'item', 'office', 'method', 'status', 'objections', 'round', 'eligible', 'took', 'papers'),
  ...values('blank', 'invalid', 'elected'),
  nominees: each('value'),
  candidates: each('value'),
  counts: byId('value'),
  lotAmong: each('value'),
  explanation: sentence,
});

/** What is said aloud in the room or hangs on its wall. */
const common: Record<string, Allowed> = {
  version: 'value',
  meeting,
  people: byId(person),
  peopleOrder: each('value'),
  attendance: fields(values('seats', 'present', 'inRoom', 'online', 'absent', 'left', 'observers')),
  quorum: fields({ ...values('required', 'present', 'met', 'lostAt', 'onLoss'), explanation: sentence }),
  voters: fields({ ...values('eligible', 'required', 'chairVotes'), explanation: sentence }),
  agenda: each(agendaItem),
  current: 'value',
  floor,
  vote,
  election,
  motions: each(
    fields({
      ...values('no', 'item', 'kind', 'text', 'who', 'secondersNeeded', 'status', 'place'),
      seconders: each('value'),
      blocked: sentence,
    }),
  ),
};

const action = fields({
  command: 'whole',
  label: sentence,
  sub: sentence,
  hint: sentence,
  blocked: sentence,
});
const prompter = fields({ note: sentence, words: 'value' });
const notices = each(fields(values('who', 'item', 'text', 'at')));
/** Why somebody asks to take part online is for whoever answers. */
const permits = fields({
  ...values('by', 'needed', 'members', 'present', 'words'),
  waiting: each(fields(values('who', 'at', 'reason', 'agreed', 'against'))),
});
const askedPermits = fields({ needed: 'value', waiting: each(fields(values('who', 'agreed'))) });
const graces = each(fields(values('who', 'since', 'until', 'losesQuorum')));
const screen = fields(values('scene', 'notice', 'size'));

const written = fields({
  ...values('dispatchedAt', 'mayAbstain', 'members', 'replied', 'notifiedAt'),
  documents: each('value'),
  consent: fields(values('of', 'asked', 'agreed', 'needed')),
  announced: fields(values('questions', 'answers', 'decisions')),
  rounds: each(fields(values('no', 'kind', 'openedAt', 'deadline', 'closedAt'))),
  decides: each('value'),
  questions: each(
    fields({ ...values('no', 'item', 'text', 'at'), answers: each(fields(values('by', 'text', 'at'))) }),
  ),
  results: byId(fields({ ...values('required', 'outcome'), counts, explanation: sentence })),
});

const link = fields(values('at', 'video', 'audio'));

const seat = fields({
  ...values('who', 'presence', 'channel', 'identifiedAt', 'checkedInAt', 'leftAt', 'lostAt', 'graceUntil'),
  ...values('attends', 'excluded', 'perceived', 'permit', 'recusedFrom', 'devices', 'hand', 'speaking'),
  link,
  place: fields(values('x', 'y')),
  vote: fields(values('state', 'choice', 'at')),
});

const book = fields({
  vote: 'value',
  ballots: fields({ inRoom: tally, online: tally }),
  box: tally,
  taken: byChannel,
  counts: fields({
    inRoom: fields(values('yes', 'no', 'abstain', 'invalid', 'at')),
    online: fields(values('yes', 'no', 'abstain', 'invalid', 'at')),
  }),
  unaccounted: each('value'),
  resolutions: each(fields(values('who', 'as', 'count', 'at', 'byRule'))),
});

const standing = {
  missing: each('value'),
  interim: byId(fields({ ...values('required', 'quorum', 'outcome'), counts, explanation: sentence })),
};

const writtenBook = fields({
  ...standing,
  consents: byId('value'),
  replies: byId(
    fields({
      ...values('questions', 'at', 'late'),
      decided: each('value'),
      missing: each('value'),
    }),
  ),
  askers: byId('value'),
  decisions: byId(each(fields(values('who', 'choice', 'opinion', 'at', 'late')))),
  reminders: byId('value'),
  sentences: byId('value'),
  notice: 'value',
});

/** Of a turn whose speaker asks for leave, the words are the chair's to judge. */
const leaves = each(
  fields(values('no', 'who', 'turn', 'item', 'to', 'why', 'at', 'before', 'after', 'leave')),
);

const confirmation = fields({
  signatories: each('value'),
  confirmed: each(fields(values('who', 'at', 'current'))),
  byBody: fields(values('meeting', 'session', 'at', 'current')),
  ...values('finalizedAt', 'finalizedWithout'),
});

/** What each audience's view may hold. */
export const allowed: Readonly<Record<Audience, Allowed>> = {
  chair: fields({
    ...common,
    objectors: each('value'),
    leaves,
    notices,
    permits,
    graces,
    prompter,
    next: action,
    others: each(action),
    warnings: each(sentence),
    written,
    writtenStanding: fields(standing),
  }),
  desk: fields({
    ...common,
    objectors: each('value'),
    confirmation,
    leaves,
    retention: fields(values('detailsDueAt', 'detailsDeletedAt', 'recordDueAt')),
    ...values('chairConnected', 'screensConnected'),
    /** The body's rules are data without people in it. */
    rules: 'whole',
    seats: byId(seat),
    notices,
    permits,
    graces,
    prompter,
    next: action,
    book,
    todos: each(
      fields({ ...values('id', 'level', 'since', 'until'), title: sentence, detail: sentence, action }),
    ),
    screen,
    written,
    writtenBook,
    opinions: each(
      fields({
        ...values('no', 'item', 'text', 'answered'),
        carried: fields(values('origin', 'item', 'department', 'no')),
      }),
    ),
    promises: each(
      fields({
        ...values('no', 'item', 'from', 'text', 'due', 'fulfilled'),
        carried: fields(values('origin', 'item', 'name')),
      }),
    ),
    previous: fields(values('meeting', 'title')),
  }),
  member: fields({
    ...common,
    confirmation,
    noticeRule: 'value',
    remarksUntil: 'value',
    permits: askedPermits,
    written,
  }),
  observer: fields({ ...common, closedSession: 'value' }),
  screen: fields({ ...common, ...values('scene', 'joinUrl'), screen }),
};

/** What one person's own part may hold. */
export const allowedForMe: Allowed = fields({
  leaves: each(fields(values('no', 'turn', 'to', 'standing'))),
  ...values('person', 'presiding', 'presence', 'channel', 'identified', 'keptOut'),
  link,
  online: fields({ ...values('leave', 'by', 'askedAt', 'reason', 'why'), consents: byId('value') }),
  mayVote: fields(values('ok', 'ja', 'en')),
  ballot: fields(values('vote', 'choice', 'at')),
  election: fields(values('took', 'mayVote')),
  notices: each(fields(values('item', 'text', 'at'))),
  spoken: fields(values('times', 'ms')),
  written: fields({
    consent: 'value',
    recused: each('value'),
    questions: each('value'),
    decisions: byId(fields(values('choice', 'opinion', 'at', 'late'))),
  }),
});

/** Where a view holds what its allow-list lacks, as paths; null may stand anywhere, what is undefined is not there. */
export function beyond(view: unknown, list: Allowed, path = ''): readonly string[] {
  if (view === null || view === undefined || list === 'whole') return [];
  if (typeof view !== 'object') return list === 'value' ? [] : [path];
  if (list === 'value') return [path];
  if (Array.isArray(view))
    return 'each' in list
      ? view.flatMap((item, i) => beyond(item, list.each, `${path}/${String(i)}`))
      : [path];
  if ('each' in list) return [path];
  return Object.entries(view).flatMap(([key, value]) => {
    const place = `${path}/${key}`;
    if (value === undefined) return [];
    if ('byId' in list) return beyond(value, list.byId, place);
    const inner = Object.hasOwn(list.fields, key) ? list.fields[key] : undefined;
    return inner === undefined ? [place] : beyond(value, inner, place);
  });
}
