import { accept } from '../../meeting/decider.ts';
import type { Decide, Deciders } from '../../meeting/decider.ts';
import { whileVoting } from '../../meeting/inSession.ts';
import { personOf, seatOf, unknownPerson } from '../../meeting/lookup.ts';
import { isMemberRole } from '../../meeting/person.ts';
import { refuse } from '../../meeting/refusal.ts';
import { unfold } from '../../meeting/unfold.ts';
import { rulesWithDefaults } from '../../rules/rules.ts';
import { watchQuorum } from '../attendance/quorumEvents.ts';
import { peopleProblem, planProblem, rulesProblem } from './checkPlan.ts';

const changePlan: Decide<'changePlan'> = (state, change) => {
  if (state.conduct.status !== 'preparing')
    return refuse(
      'plan/already-open',
      '開会後は会議の設定を変えられません。議題は「議題を追加」で、人は「名簿に追加」で足してください。',
      'The plan cannot change once the meeting is open. Add an item or a person instead.',
    );
  const people = change.people ?? state.roster.order.flatMap((id) => personOf(state, id) ?? []);
  const agenda = change.agenda ?? state.agenda.order.flatMap((id) => state.agenda.items[id] ?? []);
  const meeting = change.meeting ?? state.info;
  const { carriedOver, carriedPromises } = state;
  const problem = planProblem({
    people,
    agenda,
    meeting,
    carriedOver: [...carriedOver],
    carriedPromises: [...carriedPromises],
  });
  if (problem !== null) return refuse('plan/bad-plan', problem.ja, problem.en);
  const kept = new Set(people.map((person) => person.id));
  const dropped = state.roster.order.find((id) => !kept.has(id) && seatOf(state, id).presence === 'present');
  if (dropped !== undefined) {
    const name = personOf(state, dropped)?.name ?? dropped;
    return refuse(
      'plan/person-present',
      `${name}さんは出席を受け付けています。名簿から外す前に、出席を取り消してください。`,
      `${name} has been checked in. Mark them absent before taking them off the roster.`,
    );
  }
  const rules = change.rules === undefined ? state.rules : rulesWithDefaults(change.rules);
  const contradiction = rulesProblem({ rules, people, meeting });
  if (contradiction !== null) return contradiction;
  return accept({
    type: 'PlanChanged',
    ...(change.meeting === undefined ? {} : { meeting: change.meeting }),
    ...(change.rules === undefined ? {} : { rules }),
    ...(change.people === undefined ? {} : { people: change.people }),
    ...(change.agenda === undefined ? {} : { agenda: change.agenda }),
    ...(change.profile === undefined ? {} : { profile: change.profile }),
  });
};

const addPerson: Decide<'addPerson'> = (state, { person }, context) => {
  const people = state.roster.order.flatMap((id) => personOf(state, id) ?? []);
  const problem = peopleProblem([...people, person]);
  if (problem !== null) return refuse('plan/bad-person', problem.ja, problem.en);
  const refusal = isMemberRole(person.role)
    ? whileVoting(state, 'plan/vote-open', {
        ja: '委員を名簿に加えられません。採決が終わってから加えてください。',
        en: 'members cannot be added to the roster. Add them after the vote.',
      })
    : null;
  if (refusal !== null) return refusal;
  const story = unfold(state, context);
  story.happen({ type: 'PersonAdded', person });
  watchQuorum(story, context.at);
  return story.accepted();
};

const arrangeSeats: Decide<'arrangeSeats'> = (state, { places }) => {
  const unknown = Object.keys(places).find((id) => personOf(state, id) === undefined);
  if (unknown !== undefined) return unknownPerson(unknown);
  const all = Object.values({ ...state.roster.places, ...places });
  if (new Set(all.map(({ x, y }) => `${String(x)},${String(y)}`)).size < all.length)
    return refuse(
      'plan/place-taken',
      '同じ場所に二人が重なります。空いている場所に置いてください。',
      'Two people would sit in one place. Choose an empty one.',
    );
  return accept({ type: 'SeatsArranged', places });
};

export const planDeciders: Deciders<'changePlan' | 'addPerson' | 'arrangeSeats'> = {
  changePlan,
  addPerson,
  arrangeSeats,
};
