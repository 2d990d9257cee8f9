import type { AgendaItem } from '../../meeting/agendaItem.ts';
import type { Person, PersonId } from '../../meeting/person.ts';
import type { MeetingInfo, Plan } from '../../meeting/plan.ts';
import type { Rules } from '../../rules/rules.ts';

export interface PlanEvents {
  /** Always the first event of a log. A rehearsal runs on the clock of whoever plays it. */
  MeetingCreated: { meeting: string; plan: Plan; rehearsal: boolean };
  PlanChanged: {
    meeting?: MeetingInfo | undefined;
    rules?: Rules | undefined;
    people?: readonly Person[] | undefined;
    agenda?: readonly AgendaItem[] | undefined;
    profile?: string | undefined;
  };
  PersonAdded: { person: Person };
  SeatsArranged: { places: Readonly<Record<PersonId, { x: number; y: number }>> };
}
