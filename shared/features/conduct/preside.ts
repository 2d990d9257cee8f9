import { accept } from '../../meeting/decider.ts';
import type { Decide } from '../../meeting/decider.ts';
import { whileVoting } from '../../meeting/inSession.ts';
import { isMember, nameOf, personOf, seatOf, unknownPerson } from '../../meeting/lookup.ts';
import { isRecused } from '../../meeting/recusal.ts';
import { refuse } from '../../meeting/refusal.ts';

export const preside: Decide<'preside'> = (state, { who }) => {
  const person = personOf(state, who);
  if (person === undefined) return unknownPerson(who);
  const name = nameOf(state, who);
  if (person.role === 'observer')
    return refuse(
      'meeting/observer',
      `${name}さんは傍聴者です。議事を進める人は、委員か職員から選んでください。`,
      `${name} is an observer. Choose a member or an official to preside.`,
    );
  if (isMember(state, who) && seatOf(state, who).presence !== 'present')
    return refuse(
      'attendance/not-present',
      `${name}さんは出席していません。先に出席を受け付けてください。`,
      `${name} is not present. Record the arrival first.`,
    );
  if (isRecused(state, who, state.agenda.current))
    return refuse(
      'attendance/recused',
      `${name}さんはこの議題から除斥されています。ほかの人を選んでください。`,
      `${name} is excluded from this item. Choose somebody else.`,
    );
  const refusal = whileVoting(state, 'meeting/vote-open', {
    ja: '議事を進める人を替えられません。採決が終わってから指定してください。',
    en: 'whoever presides cannot change. Do it after the vote.',
  });
  if (refusal !== null) return refusal;
  if (state.conduct.presiding === who && state.conduct.standsInFor === null) return accept();
  return accept({ type: 'Presided', who, standsInFor: null });
};
