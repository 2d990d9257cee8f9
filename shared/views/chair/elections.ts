import { paperCount } from '../../features/elections/ballots.ts';
import type { Election } from '../../features/elections/state.ts';
import type { AgendaItem } from '../../meeting/agendaItem.ts';
import { membersOf, nameOf, personOf, seatOf } from '../../meeting/lookup.ts';
import { hasChair, presidingPerson } from '../../meeting/presiding.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Ambient } from '../ambient.ts';
import type { ActionLine } from '../types/actionLine.ts';
import { called, itemNamed, officeNamed } from './names.ts';
import { recess } from './speeches.ts';
import { action, read, say } from './step.ts';
import type { ChairStep } from './step.ts';

/** The election (互選) an item is there for, where none was held yet: for the chair, else for the deputy. */
export function electionAhead(state: MeetingState, item: AgendaItem, ambient: Ambient): ChairStep | null {
  if (item.kind !== 'election') return null;
  if (state.elections.elections.some((election) => election.item === item.id)) return null;
  const office = hasChair(state) ? 'deputyChair' : 'chair';
  const named = officeNamed(office, ambient);
  return {
    prompter: read(ambient, 'openElection', { office: named.ja }),
    next: action(
      { do: 'openElection', item: item.id, office, method: state.rules.election.method },
      say(`${named.ja}の選挙へ`, `Elect the ${named.en}`),
    ),
    others: [recess(), action({ do: 'endItem', item: item.id }, say('議題を終える', 'End the item'))],
  };
}

/**
 * The naming (指名) of a deputy by the chair, on an item that is there for it. An appointment of members (委嘱) by the
 * mayor is such an item too, but then there is no chair yet, or there is a deputy.
 */
export function appointmentAhead(state: MeetingState, item: AgendaItem, ambient: Ambient): ChairStep | null {
  const holds = (office: string) => membersOf(state).some((id) => personOf(state, id)?.role === office);
  if (item.kind !== 'appointment' || !holds('chair') || holds('deputyChair')) return null;
  const named = officeNamed('deputyChair', ambient);
  return {
    prompter: read(ambient, 'appoint', { office: named.ja }),
    next: null,
    others: [
      recess(),
      action({ do: 'endItem', item: item.id }, say('議題を終える', 'End the item')),
      ...membersOf(state)
        .filter((id) => personOf(state, id)?.role !== 'chair' && seatOf(state, id).presence === 'present')
        .map((id) => action({ do: 'appoint', who: id, office: 'deputyChair' }, called(state, id))),
    ],
  };
}

/** The election was held and nobody asks to speak: the item ends, after whatever the new chair wishes to say. */
export function electionHeld(state: MeetingState, item: AgendaItem, ambient: Ambient): ChairStep | null {
  const last = state.elections.elections.findLast((election) => election.item === item.id);
  const leader = presidingPerson(state);
  const { turn, hands } = state.floor;
  if (last?.status !== 'declared' || hands.length > 0 || (turn !== null && turn.who !== leader)) return null;
  const { number, title } = itemNamed(state, item.id, ambient);
  return {
    prompter: read(ambient, 'endItem', { number, title }),
    next: action({ do: 'endItem', item: item.id }, say('議題を終える', 'End the item')),
    others: [
      ...(leader === null || turn !== null
        ? []
        : [action({ do: 'speak', who: leader }, say('就任のあいさつ', 'Speak on taking office'))]),
      recess(),
    ],
  };
}

/** The election on the table: nominations or ballots, the close, a lot where it must be, and who is elected. */
export function electing(state: MeetingState, election: Election, ambient: Ambient): ChairStep {
  const office = officeNamed(election.office, ambient).ja;
  const name = (who: string) => nameOf(state, who);
  if (election.winner !== null)
    return {
      prompter: read(ambient, 'declareElected', { name: name(election.winner), office }),
      next: declare(state, election.winner),
      others: [],
    };
  if (election.lotAmong !== null)
    return {
      prompter: read(ambient, 'electionLot', { names: election.lotAmong.map(name).join('、'), office }),
      next: null,
      others: election.lotAmong.map((who) => drawn(state, who)),
    };
  if (election.method === 'acclaimByNomination') return acclaiming(state, election, office, ambient);
  const round = election.rounds.at(-1);
  const candidates = round?.candidates ?? null;
  const voted = election.took.size + (round?.papers == null ? 0 : paperCount(round.papers));
  return {
    prompter:
      candidates !== null && election.took.size === 0
        ? read(ambient, 'electionRunoff', { names: candidates.map(name).join('、'), office })
        : read(ambient, 'electionBallots', { office, eligible: election.eligible.length }),
    next: action({ do: 'closeElection' }, say('投票を締め切る', 'Close the ballot'), {
      hint: say(
        `${election.eligible.length}人のうち${voted}人が投票しました`,
        `${voted} of ${election.eligible.length} have voted`,
      ),
    }),
    others: [],
  };
}

function acclaiming(state: MeetingState, election: Election, office: string, ambient: Ambient): ChairStep {
  const nominee = election.nominees[0];
  if (nominee === undefined)
    return {
      prompter: read(ambient, 'askNominations', { office }),
      next: null,
      others: [
        recess(),
        ...membersOf(state)
          .filter((id) => seatOf(state, id).presence === 'present')
          .filter((id) => election.office === 'chair' || personOf(state, id)?.role !== 'chair')
          .map((id) => action({ do: 'nominate', who: id }, called(state, id))),
      ],
    };
  return {
    prompter: read(ambient, 'askNominationObjections', { name: nameOf(state, nominee), office }),
    next: {
      ...declare(state, nominee),
      hint: say('異議があれば、事務局が記録し、投票に移ります', 'Where somebody objects, a ballot follows'),
    },
    others: [],
  };
}

function declare(state: MeetingState, who: PersonId): ActionLine {
  return action({ do: 'declareElected', who }, called(state, who), {
    sub: say('当選を告げる', 'Declare elected'),
  });
}

function drawn(state: MeetingState, who: string): ActionLine {
  const { ja, en } = called(state, who);
  return action({ do: 'drawLot', winner: who }, say(`くじは${ja}`, `The lot fell on ${en}`));
}
