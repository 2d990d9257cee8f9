import type { Sentence } from '../protocol/language.ts';
import type { MeetingMode } from '../meeting/plan.ts';
import { isSpecialMajority } from './majority.ts';
import { quorumOf } from './quorum.ts';
import type { Rules } from './rules.ts';

/** What the rules are checked against. */
export interface BodyFacts {
  /** Members on the roster. */
  readonly members: number;
  readonly mode: MeetingMode;
  /** Whether the public may attend. */
  readonly open: boolean;
}

/** Two things that do not go together. `refused`: no meeting can be held so; otherwise something to think about. */
export interface Contradiction {
  readonly between: readonly [string, string];
  readonly refused: boolean;
  readonly sentence: Sentence;
}

/** Everything in these rules that contradicts itself, the roster or the meeting: what is refused comes first. */
export function contradictions(rules: Rules, body: BodyFacts): readonly Contradiction[] {
  const found = [...chairAndTies(rules), ...votes(rules), ...online(rules, body)];
  // A roster without members is still being made: there is nothing yet to measure the rules by.
  if (body.members > 0) found.push(...quorumAndRoster(rules, body), ...numbersBeyond(rules, body));
  return [...found.filter((one) => one.refused), ...found.filter((one) => !one.refused)];
}

function refuses(between: Contradiction['between'], ja: string, en: string): Contradiction {
  return { between, refused: true, sentence: { ja, en } };
}

function warns(between: Contradiction['between'], ja: string, en: string): Contradiction {
  return { between, refused: false, sentence: { ja, en } };
}

function* quorumAndRoster(rules: Rules, { members }: BodyFacts): Generator<Contradiction> {
  const seats = rules.seats ?? members;
  if (members > seats)
    yield refuses(
      ['seats', 'roster'],
      `定数は${String(seats)}人ですが、名簿の委員は${String(members)}人います。定数か名簿を直してください。`,
      `There are ${String(seats)} seats but ${String(members)} members on the roster. Correct one of them.`,
    );
  const { required } = quorumOf(rules.quorum, {
    seats,
    inOffice: members,
    counted: members,
    recused: 0,
    leftOut: 0,
  });
  if (required > seats)
    yield refuses(
      ['quorum.rule', 'seats'],
      `定足数${String(required)}人は定数${String(seats)}人を超えているため、会議が成立しません。`,
      `The quorum of ${String(required)} is more than the ${String(seats)} seats: it can never be met.`,
    );
  else if (required > members)
    yield refuses(
      ['quorum.rule', 'roster'],
      `定足数は${String(required)}人ですが、名簿の委員は${String(members)}人なので、全員が出席しても足りません。`,
      `The quorum is ${String(required)} but only ${String(members)} members are on the roster: it can never be met.`,
    );
  if (members === 1 && rules.chair.vote === 'castingOnly')
    yield warns(
      ['chair.vote', 'roster'],
      '委員が1人で、会長は同数のときだけ決するため、表決できる人がいません。',
      'There is one member, and a chair with the casting vote only: nobody can vote.',
    );
}

function* chairAndTies(rules: Rules): Generator<Contradiction> {
  const { decision, chair } = rules;
  const between = ['chair.vote', 'decision.tieBase'] as const;
  if (decision.tieBase === 'none' && chair.vote === 'memberAndCasting')
    yield refuses(
      between,
      '会長に裁決権を与える定めと、可否同数の定めを置かないこととが矛盾しています。どちらかを直してください。',
      'The chair is given a casting vote, but the rules know no ties to decide. Change one of the two.',
    );
  if (decision.tieBase === 'none' && chair.vote === 'castingOnly' && !isSpecialMajority(decision.rule))
    yield warns(
      between,
      '会長は可否同数のときだけ決しますが、可否同数の定めがないため、会長は表決にも裁決にも加わりません。',
      'The chair has the casting vote only, but the rules know no ties: the chair decides nothing.',
    );
  if (chair.vote === 'memberAndCasting' && isSpecialMajority(decision.rule))
    yield warns(
      ['chair.vote', 'decision.rule'],
      '特別多数で決めるため、会長の裁決権が使われることはありません。',
      'Where a special majority decides, the casting vote is never used.',
    );
}

function* votes({ vote }: Rules): Generator<Contradiction> {
  if (vote.objectionThen === 'noObjection')
    yield refuses(
      ['vote.objection', 'vote.objectionThen'],
      '異議があったときの採決方法が「異議の有無」のままです。挙手などの別の方法にしてください。',
      'The method after an objection is “no objection” itself. Choose another one.',
    );
  if (!vote.askOrder.includes('yes') || new Set(vote.askOrder).size < vote.askOrder.length)
    yield refuses(
      ['vote.askOrder', 'vote.method'],
      '問う順序には、賛成を入れ、同じものを二度入れないでください。',
      'The order of the calls must hold yes, and nothing twice.',
    );
  if (vote.abstention === 'forbidden' && vote.noResponse === 'abstain')
    yield refuses(
      ['vote.abstention', 'vote.noResponse'],
      '棄権を認めない定めと、無応答を棄権とする定めとが矛盾しています。',
      'Abstentions are forbidden, yet no answer counts as one. Change one of the two.',
    );
  if (!vote.askOrder.includes('no') && vote.method === 'showOfHands' && vote.noResponse === 'flagAndResolve')
    yield warns(
      ['vote.askOrder', 'vote.noResponse'],
      '反対を問わないと、手を挙げなかった人が全員未確認になります。反対も問うか、無応答の扱いを定めてください。',
      'If the noes are not called, everybody without a raised hand stays unaccounted for. Call them, or say what no answer means.',
    );
}

function* numbersBeyond(rules: Rules, { members }: BodyFacts): Generator<Contradiction> {
  if (rules.vote.objection > members)
    yield refuses(
      ['vote.objection', 'roster'],
      `異議は${String(rules.vote.objection)}人と定められていますが、名簿の委員は${String(members)}人です。`,
      `${String(rules.vote.objection)} objections are asked for, but the roster has ${String(members)} members.`,
    );
  const { seconders } = rules.motion;
  if (typeof seconders === 'number' && seconders > members - 1)
    yield refuses(
      ['motion.seconders', 'roster'],
      `動議の賛成者は${String(seconders)}人と定められていますが、提出者のほかの委員は${String(members - 1)}人です。`,
      `A motion needs ${String(seconders)} seconders, but there are ${String(members - 1)} members beside its mover.`,
    );
}

function* online(rules: Rules, { mode, open }: BodyFacts): Generator<Contradiction> {
  const remote = mode === 'online' || mode === 'hybrid';
  if (!remote) return;
  if (!rules.online.enabled && mode === 'online')
    yield refuses(
      ['online.enabled', 'meeting.mode'],
      'オンラインを認めない定めですが、オンラインだけの会議です。どちらかを直してください。',
      'The rules allow nobody online, but this meeting is held online alone. Change one of the two.',
    );
  if (!rules.online.enabled && mode === 'hybrid')
    yield warns(
      ['online.enabled', 'meeting.mode'],
      'オンラインを認めない定めなので、オンラインの委員は出席できません。',
      'The rules allow nobody online: members cannot attend this meeting from elsewhere.',
    );
  if (mode === 'online' && !rules.quorum.countsOnline)
    yield refuses(
      ['quorum.countsOnline', 'meeting.mode'],
      'オンラインの委員を定足数に数えない定めでは、オンラインだけの会議は成立しません。',
      'Members online do not count towards the quorum, so a meeting held online alone can never meet it.',
    );
  if (!open && !rules.online.closedSession)
    yield warns(
      ['online.closedSession', 'meeting.public'],
      '非公開の会議にはオンラインで加われない定めです。会場で出席してもらうか、定めを確かめてください。',
      'The rules let nobody take part online in a closed session. Ask members to come, or check the rule.',
    );
}
