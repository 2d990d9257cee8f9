import { retentionOf } from '../../features/confirmation/retention.ts';
import type { Retention } from '../../features/confirmation/retention.ts';
import { part } from '../part.ts';
import type { ConfirmationLine } from '../types/confirmationLine.ts';

/** Who has confirmed the minutes, and whether anything was changed since. */
export const confirmationLine = part(
  (state) => [state.confirmation, state.record.edits, state.roster.order],
  ({ confirmation, record, roster }): ConfirmationLine => ({
    signatories: confirmation.signatories,
    confirmed: roster.order.flatMap((who) => {
      const given = confirmation.confirmed[who];
      return given === undefined ? [] : [{ who, at: given.at, current: given.edits === record.edits.count }];
    }),
    byBody: confirmation.byBody && {
      meeting: confirmation.byBody.meeting,
      session: confirmation.byBody.session,
      at: confirmation.byBody.decidedAt,
      current: confirmation.byBody.edits === record.edits.count,
    },
    finalizedAt: confirmation.finalized?.at ?? null,
    finalizedWithout: confirmation.finalized?.why ?? null,
  }),
);

/** What goes when, for the desk. */
export const retentionLine = part(
  (state) => [state.confirmation, state.rules],
  (state): Retention => retentionOf(state),
);
