import { part } from '../part.ts';
import type { MeetingHead } from '../types/meetingHead.ts';
import { presiding } from './presiding.ts';

/** What is being held, where it stands and who leads it. Everybody sees it: it is what a notice at the door says. */
export const meetingHead = part(
  (state) => [state.info, state.conduct, state.profile, presiding(state)],
  (state): MeetingHead => {
    const { status, openedAt, closedAt, recess } = state.conduct;
    return {
      id: state.id,
      info: state.info,
      status,
      openedAt,
      closedAt,
      recess,
      presiding: presiding(state),
      rehearsal: state.rehearsal,
      profile: state.profile,
    };
  },
);
