import { methods } from '../../features/votes/methods/registry.ts';
import { voteOnTable } from '../../features/votes/table.ts';
import { handsIn, totals, uncounted, unaccountedByName } from '../../features/votes/tally.ts';
import type { Vote } from '../../features/votes/state.ts';
import { nameOf } from '../../meeting/lookup.ts';
import { channels } from '../../meeting/person.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Ambient } from '../ambient.ts';
import { itemNamed } from '../chair/names.ts';
import { say } from '../chair/step.ts';
import type { TodoLine } from '../types/todoLine.ts';
import { todo } from './todo.ts';

/** More names than this do not fit a line. */
const mostNamed = 8;

/** Counts that do not add up, people unaccounted for, and votes that wait for their declaration. */
export function voteTodos(state: MeetingState, ambient: Ambient): TodoLine[] {
  const vote = voteOnTable(state);
  return [...(vote === null ? [] : booksOf(state, vote)), ...undeclared(state, vote, ambient)];
}

function booksOf(state: MeetingState, vote: Vote): TodoLine[] {
  if (methods[vote.method].device === 'objection') return [];
  if (vote.status === 'open') return channels.flatMap((channel) => shortCount(vote, channel));
  const { unaccounted } = totals(vote);
  if (unaccounted === 0) return [];
  return [
    todo('unaccounted', 'warn', say(`未確認が${unaccounted}人います`, `${unaccounted} are unaccounted for`), {
      detail: say(
        `${names(state, vote).ja}退席、棄権などを記録すると、宣告できます。`,
        `${names(state, vote).en}Record whether they left, abstained …, and the result can be declared.`,
      ),
      since: vote.closedAt,
    }),
  ];
}

/** The hands of a channel were counted, and some of its voters are in nobody's count. */
function shortCount(vote: Vote, channel: 'inRoom' | 'online'): TodoLine[] {
  const short = uncounted(vote, channel);
  if (handsIn(vote.counts[channel]) === 0 || short <= 0) return [];
  const place = channel === 'inRoom' ? say('会場', 'in the room') : say('オンライン', 'online');
  return [
    todo(
      `short:${channel}`,
      'warn',
      say(`${place.ja}の挙手が${short}人足りません`, `${short} hands ${place.en} are missing`),
      {
        detail: say(
          '数え直すか、その人の表決を記録してください。',
          'Count again, or record what they voted.',
        ),
      },
    ),
  ];
}

function names(state: MeetingState, vote: Vote): { readonly ja: string; readonly en: string } {
  if (totals(vote).unaccounted > mostNamed) return say('', '');
  const known = unaccountedByName(vote).map((who) => nameOf(state, who));
  if (known.length === 0) return say('', '');
  return say(`${known.join('、')}。`, `${known.join(', ')}. `);
}

function undeclared(state: MeetingState, onTable: Vote | null, ambient: Ambient): TodoLine[] {
  return Object.values(state.votes.votes).flatMap((vote) => {
    if (vote.status !== 'closed' || (vote.id === onTable?.id && vote.item === state.agenda.current))
      return [];
    const { ja, en } = itemNamed(state, vote.item, ambient).short;
    return [
      todo(
        `undeclared:${vote.id}`,
        'warn',
        say(`${ja}の採決結果が宣告されていません`, `The result of ${en} is not declared`),
        { since: vote.closedAt },
      ),
    ];
  });
}
