import { part } from '../part.ts';

/** Who leads now: whoever was named, else the chair, the deputy, the secretariat, the first of them who is present. */
export const presiding = part(
  (state) => [state.conduct.presiding, state.roster, state.attendance, state.agenda],
  (state) => {
    if (state.conduct.presiding !== null) return state.conduct.presiding;
    for (const role of ['chair', 'deputyChair', 'secretariat'] as const)
      for (const id of state.roster.order)
        if (state.roster.people[id]?.role === role && state.attendance.seats[id]?.presence === 'present')
          return id;
    return null;
  },
);
