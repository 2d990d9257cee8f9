import { polledFirst } from '../../features/votes/channelOrder.ts';
import { ceremonyOf } from '../../features/votes/ceremony.ts';
import type { TakenStep } from '../../features/votes/ceremony.ts';
import { rollOrder } from '../../features/votes/roll.ts';
import { voteSummary } from '../../features/votes/summary.ts';
import type { VoteSummary } from '../../features/votes/summary.ts';
import { uncounted } from '../../features/votes/tally.ts';
import type { Vote } from '../../features/votes/state.ts';
import { nameOf } from '../../meeting/lookup.ts';
import { getPerson } from '../../meeting/personMap.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Choice, VoteMethodName } from '../../rules/rules.ts';
import type { Sentence } from '../../protocol/language.ts';
import type { Ambient } from '../ambient.ts';
import type { ActionLine } from '../types/actionLine.ts';
import type { PrompterLine } from '../types/prompterLine.ts';
import { castingVote, declaration } from './declaring.ts';
import { itemNamed } from './names.ts';
import { action, nothingToDo, read, say } from './step.ts';
import type { ChairStep } from './step.ts';

/** A vote as the steps of its ceremony look at it. */
export interface OnTable {
  readonly state: MeetingState;
  readonly vote: Vote;
  readonly summary: VoteSummary;
  readonly ambient: Ambient;
}

/** The vote on the table: one button at a time, in the order its method takes its steps. */
export function voteCeremony(state: MeetingState, vote: Vote, ambient: Ambient): ChairStep {
  const { steps, at } = ceremonyOf(vote);
  const step = stepOf(steps[at], { state, vote, summary: voteSummary(state, vote), ambient });
  const again = action(
    { do: 'voidVote', item: vote.item, why: '採決をやり直すため' },
    say('採決をやり直す', 'Repeat the vote'),
  );
  return { ...step, others: [...step.others, again] };
}

function stepOf(step: TakenStep | undefined, table: OnTable): ChairStep {
  switch (step?.step) {
    case 'call':
      return calling(step.choice, table);
    case 'ballots':
      return balloting(table);
    case 'objections':
      return askingObjections(table);
    case 'close':
      return closing(table);
    case 'report':
      return reporting(table);
    case 'casting':
      return castingVote(table);
    case 'declare':
      return declaration(table);
    case undefined:
      return nothingToDo;
  }
}

const calls = {
  yes: { step: 'callYes', label: say('賛成の方', 'Those in favour') },
  no: { step: 'callNo', label: say('反対の方', 'Those against') },
  abstain: { step: 'callAbstain', label: say('棄権の方', 'Those abstaining') },
} as const;

function calling(choice: Choice, table: OnTable): ChairStep {
  const { vote, ambient } = table;
  const act = vote.method === 'standing' ? '起立' : '挙手';
  const { step, label } = calls[choice];
  return {
    prompter: polling(table) ?? read(ambient, step, { act }),
    next: action({ do: 'callChoice', choice }, label, {
      sub: say(`${act}を求める`, vote.method === 'standing' ? 'Ask them to stand' : 'Ask for their hands'),
      hint: waitedFor(vote),
    }),
    others: vote.calls.length === 0 ? [] : [close(vote)],
  };
}

const ballotWords: Partial<Record<VoteMethodName, 'castNamedBallots' | 'castSecretBallots'>> = {
  namedBallot: 'castNamedBallots',
  secretBallot: 'castSecretBallots',
};

/** Where the rules poll one channel before the other: whom everybody waits for. */
function waitedFor(vote: Vote): Sentence | null {
  const first = polledFirst(vote);
  if (first === null) return null;
  const n = uncounted(vote, first);
  return first === 'online'
    ? say(`オンラインの委員から先に採ります（あと${n}人）`, `Members online are polled first (${n} to come)`)
    : say(`会場の委員から先に採ります（あと${n}人）`, `Members in the room are polled first (${n} to come)`);
}

/** Where online members are polled before the room, one by one: the words that ask the next of them by name. */
function polling({ state, vote, ambient }: OnTable): PrompterLine | null {
  if (polledFirst(vote) !== 'online' || vote.method === 'secretBallot') return null;
  const next = rollOrder(state, vote).find(
    (who) => vote.eligible[who] === 'online' && getPerson(vote.ballots, who) === undefined,
  );
  return next === undefined ? null : read(ambient, 'pollOnline', { name: nameOf(state, next) });
}

function balloting(table: OnTable): ChairStep {
  const { vote, summary, ambient } = table;
  const { eligible, taken, unaccounted } = summary;
  const words =
    taken > 0 && unaccounted === 0
      ? read(ambient, 'closeVote', {})
      : (polling(table) ?? read(ambient, ballotWords[vote.method] ?? 'castBallots', { eligible }));
  return {
    prompter: words,
    next: {
      ...close(vote),
      hint:
        waitedFor(vote) ??
        say(`表決権者${eligible}人のうち${taken}人が投票しました`, `${taken} of ${eligible} have voted`),
    },
    others: [warnOfClosing],
  };
}

function closing({ vote, summary, ambient }: OnTable): ChairStep {
  return {
    prompter: read(ambient, 'closeVote', {}),
    next: { ...close(vote), hint: summary.unaccounted > 0 ? openAtClose : null },
    others: [warnOfClosing],
  };
}

function askingObjections({ state, vote, ambient }: OnTable): ChairStep {
  const { number, title } = itemNamed(state, vote.item, ambient);
  const objections = vote.objections.length;
  // Too few to take it to another method: it can be declared, but not as if nobody had objected.
  if (objections > 0) {
    const enough = vote.rules.vote.objection;
    return {
      prompter: read(ambient, 'moreObjections', { objections }),
      next: action({ do: 'closeVote', item: vote.item }, say('宣告へ', 'To the declaration'), {
        sub: say(`異議は${enough}人に達しない`, `Fewer than ${enough} object`),
        hint: say('異議があれば、事務局が記録します', 'Where somebody objects, the desk records it'),
      }),
      others: [],
    };
  }
  return {
    prompter: read(ambient, 'askObjections', { number, title }),
    next: action({ do: 'closeVote', item: vote.item }, say('異議なし', 'No objection'), {
      sub: say('異議がないと認める', 'Find that nobody objects'),
      hint: say('異議があれば、事務局が記録します', 'Where somebody objects, the desk records it'),
    }),
    others: [],
  };
}

function reporting({ vote, summary, ambient }: OnTable): ChairStep {
  const { unaccounted, tie } = summary;
  return {
    prompter: read(ambient, 'askReport', {}),
    next: action(
      { do: 'reportCount', item: vote.item },
      tie ? say('裁決へ', 'To the casting vote') : say('宣告へ', 'To the declaration'),
      {
        hint:
          unaccounted > 0
            ? say(
                `未確認${unaccounted}人は、宣告の前に事務局が記録します`,
                `The desk accounts for the ${unaccounted} missing before the declaration`,
              )
            : say('報告を聞いてから押してください', 'Press after the report'),
      },
    ),
    others: [],
  };
}

function close(vote: Vote): ActionLine {
  return action({ do: 'closeVote', item: vote.item }, say('締め切る', 'Close the vote'));
}

const warnOfClosing: ActionLine = action(
  { do: 'announceClosing', seconds: 30 },
  say('締切を予告（30秒）', 'Announce the closing (30 s)'),
);

const openAtClose: Sentence = say(
  '未確認が残っていても締め切れます。宣告の前に記録してください',
  'The vote can be closed with some unaccounted for; they are recorded before the declaration',
);
