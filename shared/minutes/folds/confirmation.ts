import type { ConfirmationEvents } from '../../features/confirmation/events.ts';
import type { Folds } from './fold.ts';
import { nothing } from './fold.ts';

/** Who confirmed the minutes stands beside them, not in them. */
export const confirmationFolds: Folds<keyof ConfirmationEvents> = {
  SignatoriesNamed: nothing,
  MinutesConfirmed: nothing,
  MinutesConfirmedByBody: nothing,
  MinutesFinalized: nothing,
  DetailsDeleted: nothing,
};
