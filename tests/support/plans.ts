import * as v from 'valibot';
import { planSchema } from '../../shared/meeting/plan.ts';
import type { Plan, PlanInput } from '../../shared/meeting/plan.ts';

type PersonInput = PlanInput['people'][number];

/** What a test says about its meeting; everything else is ordinary. */
export interface PlanWishes {
  /** Members, the chair m01 and the deputy m02 among them. Default 7. */
  readonly members?: number;
  /** Officials k01 … Default 2. */
  readonly officials?: number;
  readonly observers?: number;
  /** Whether the secretary s01 is on the roster. Default true. */
  readonly secretary?: boolean;
  /** Whether m01 holds the chair and m02 stands in. Default true; false: all are ordinary members. */
  readonly chair?: boolean;
  readonly mode?: PlanInput['meeting']['mode'];
  readonly open?: boolean;
  readonly rules?: PlanInput['rules'];
  /** Default: i1 and i2, consultations explained by k01 and k02. */
  readonly agenda?: PlanInput['agenda'];
  readonly carriedOver?: PlanInput['carriedOver'];
  readonly profile?: string;
}

/** The meeting's planned start, epoch ms: tests count from here. */
export const startsAt = Date.parse('2026-11-22T14:00:00+09:00');

const two = (n: number) => String(n).padStart(2, '0');

/** A plan with members m01…, officials k01…, the secretary s01 and observers o01…. */
export function planOf(wishes: PlanWishes = {}): Plan {
  const { members = 7, officials = 2, observers = 1, chair = true } = wishes;
  const list = (count: number, make: (no: number) => PersonInput): PersonInput[] =>
    Array.from({ length: count }, (_, index) => make(index + 1));
  const memberRole = (no: number) => (!chair || no > 2 ? 'member' : no === 1 ? 'chair' : 'deputyChair');
  return v.parse(planSchema, {
    ...(wishes.profile === undefined ? {} : { profile: wishes.profile }),
    meeting: {
      title: '第１回審議会',
      body: '試験市審議会',
      startsAt: '2026-11-22T14:00:00+09:00',
      venue: '会議室',
      mode: wishes.mode ?? 'hybrid',
      public: wishes.open === false ? { open: false, reason: '個人情報を扱うため' } : { open: true },
    },
    rules: wishes.rules ?? {},
    people: [
      ...list(members, (no) => ({
        id: `m${two(no)}`,
        name: `委員${two(no)}`,
        role: memberRole(no),
        seat: no,
      })),
      ...list(officials, (no) => ({ id: `k${two(no)}`, name: `課長${two(no)}`, role: 'official' })),
      ...(wishes.secretary === false ? [] : [{ id: 's01', name: '事務局', role: 'secretariat' } as const]),
      ...list(observers, (no) => ({ id: `o${two(no)}`, name: `傍聴者${two(no)}`, role: 'observer' })),
    ],
    agenda: wishes.agenda ?? [
      { id: 'i1', title: '第一の諮問', kind: 'consultation', official: 'k01' },
      { id: 'i2', title: '第二の諮問', kind: 'consultation', official: 'k02' },
    ],
    ...(wishes.carriedOver === undefined ? {} : { carriedOver: wishes.carriedOver }),
  } satisfies PlanInput);
}
