import { quorumNow } from '../../features/attendance/standing.ts';
import { part } from '../part.ts';
import type { QuorumLine } from '../types/quorumLine.ts';
import { presiding } from './presiding.ts';

/** Whether enough are there to act (定足数), in numbers and in words. Everybody sees it. */
export const quorumLine = part(
  (state) => [state.rules, state.roster, state.attendance, state.agenda, presiding(state)],
  (state): QuorumLine => {
    const { required, present, met, explanation } = quorumNow(state);
    const { quorumLostAt: lostAt } = state.attendance;
    return { required, present, met, lostAt, onLoss: state.rules.quorum.onLoss, explanation };
  },
);
