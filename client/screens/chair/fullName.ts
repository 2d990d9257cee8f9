import { common } from '../../messages/common.ts';
import { nameOf, takesHonorific, type People } from '../../reading/people.ts';

/** A person as the chair speaks of them: 委員０５さん, 課長０１. */
export function fullName(people: People, who: string): string {
  const name = nameOf(people, who);
  return takesHonorific(people, who) ? common().personSan({ name }) : name;
}
