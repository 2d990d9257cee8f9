import type { Evolvers } from '../../meeting/decider.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { ConfirmationEvents } from './events.ts';
import type { ConfirmationState } from './state.ts';

export const confirmationEvolvers: Evolvers<keyof ConfirmationEvents> = {
  SignatoriesNamed: (state, { who }) => withConfirmation(state, { signatories: who }),
  MinutesConfirmed: (state, { who, at, edits }) =>
    withConfirmation(state, { confirmed: { ...state.confirmation.confirmed, [who]: { at, edits } } }),
  MinutesConfirmedByBody: (state, { meeting, session, decidedAt, edits }) =>
    withConfirmation(state, { byBody: { meeting, session, decidedAt, edits } }),
  MinutesFinalized: (state, { at, by, why, missing }) =>
    withConfirmation(state, { finalized: { at, by, why, missing } }),
  DetailsDeleted: (state, { at }) => withConfirmation(state, { detailsDeletedAt: at }),
};

function withConfirmation(state: MeetingState, change: Partial<ConfirmationState>): MeetingState {
  return { ...state, confirmation: { ...state.confirmation, ...change } };
}
