import { voteSummary } from '../../features/votes/summary.ts';
import { voteOnTable } from '../../features/votes/table.ts';
import { personEntries } from '../../meeting/personMap.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Sentence } from '../../protocol/language.ts';
import type { Ambient } from '../ambient.ts';
import { part } from '../part.ts';
import { presiding } from '../parts/presiding.ts';
import { quorumLine } from '../parts/quorumLine.ts';
import { called, itemNamed } from './names.ts';
import { say } from './step.ts';

/**
 * What whoever presides should know at this moment beside the step itself. Lost links are in the view's `graces`, and
 * an item over its time is the page's to see: both run with the clock.
 */
export const chairWarnings = part(
  (state: MeetingState, { profile }: Ambient) => [
    state.conduct,
    state.agenda,
    state.votes,
    state.attendance,
    state.roster,
    state.rules,
    profile,
  ],
  (state, ambient): readonly Sentence[] => {
    if (state.conduct.status !== 'open' || state.info.mode === 'written') return [];
    const warnings: Sentence[] = [];
    const quorum = quorumLine(state);
    // Where the rules only warn, the steps go on; this is the warning.
    if (!quorum.met) warnings.push(quorum.explanation);
    if (presiding(state) === null)
      warnings.push(
        say(
          '議事を進める人がいません。事務局が指定してください。',
          'Nobody presides. The desk names somebody.',
        ),
      );
    const vote = voteOnTable(state);
    if (vote !== null) {
      const { castingNote } = voteSummary(state, vote);
      if (castingNote !== null && vote.castingVote === null) warnings.push(castingNote);
      for (const [who] of personEntries(vote.ballots).filter(([, { source }]) => source === 'corrected')) {
        const { ja, en } = called(state, who);
        warnings.push(
          say(`${ja}の票を、事務局が訂正しました。`, `The desk has put the vote of ${en} right.`),
        );
      }
    }
    for (const { who } of unheard(state)) {
      const { ja, en } = called(state, who);
      warnings.push(
        say(
          `${ja}は通信が途絶え、採決から除かれています。`,
          `${en} lost the connection and is left out of votes.`,
        ),
      );
    }
    for (const item of undeclaredItems(state))
      if (item !== vote?.item) {
        const { ja } = itemNamed(state, item, ambient).short;
        warnings.push(
          say(`${ja}の採決結果が、まだ宣告されていません。`, `The result of ${ja} has not been declared.`),
        );
      }
    return warnings;
  },
);

function unheard(state: MeetingState): { readonly who: string }[] {
  if (state.rules.online.disconnect.then !== 'excludeFromVote') return [];
  return personEntries(state.attendance.seats).flatMap(([who, seat]) => (seat.excluded ? [{ who }] : []));
}

function undeclaredItems(state: MeetingState): ReadonlySet<string> {
  return new Set(
    Object.values(state.votes.votes).flatMap((vote) => (vote.status === 'closed' ? [vote.item] : [])),
  );
}
