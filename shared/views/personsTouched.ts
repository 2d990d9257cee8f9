import { electionOnTable } from '../features/elections/table.ts';
import type { PersonId } from '../meeting/person.ts';
import type { MeetingEvent } from '../meeting/events.ts';
import type { MeetingState } from '../meeting/state.ts';
import { closedBecause } from '../meeting/publicity.ts';
import { presiding } from './parts/presiding.ts';

/**
 * Whose personal part (`MeView`) these events may have changed, so that the others' need no look. `before` and
 * `after` are the states around them. `all` says that anybody's may have; most will then come out as they were.
 */
export function personsTouched(
  events: readonly MeetingEvent[],
  before: MeetingState,
  after: MeetingState,
): readonly PersonId[] | 'all' {
  const touched = new Set<PersonId>();
  for (const event of events) {
    const by = touchedBy(event);
    if (by === 'all') return 'all';
    for (const who of by) touched.add(who);
  }
  // An election ends with its item too, and then asks nobody any more.
  if (openElection(before) !== openElection(after)) return 'all';
  for (const state of [before, after]) {
    if (presiding(before) !== presiding(after)) add(touched, presiding(state));
    if (before.floor.turn !== after.floor.turn) add(touched, state.floor.turn?.who ?? null);
    if (before.agenda.current === after.agenda.current) continue;
    // Who is online may be kept out of what is closed to the public.
    if (closedBecause(state, state.agenda.current) !== null) return 'all';
    // Exclusions belong to an item, and whether whoever presides votes with the others may too.
    for (const who of Object.keys(state.attendance.recusals)) touched.add(who);
    add(touched, presiding(state));
  }
  return [...touched];
}

/** The number of the election that takes ballots or nominations now; null where there is none. */
function openElection(state: MeetingState): number | null {
  const election = electionOnTable(state);
  return election?.status === 'open' ? election.no : null;
}

function add(touched: Set<PersonId>, who: PersonId | null): void {
  if (who !== null) touched.add(who);
}

function touchedBy(event: MeetingEvent): readonly PersonId[] | 'all' {
  switch (event.type) {
    case 'CheckedIn':
    case 'IdentityConfirmed':
    case 'ChannelChanged':
    case 'LeaveAsked':
    case 'LeaveAnswered':
    case 'LeaveDropped':
    case 'OnlineAsked':
    case 'OnlineAskWithdrawn':
    case 'OnlineConsented':
    case 'OnlinePermitted':
    case 'OnlineDeclined':
    case 'LinkChecked':
    case 'ConnectionLost':
    case 'ConnectionRestored':
    case 'Left':
    case 'ExcludedFromVote':
    case 'MarkedAbsent':
    case 'Recused':
    case 'RecusalEnded':
    case 'VoteCast':
    case 'SecretBallotCast':
    case 'VoteRecorded':
    case 'VoteCorrected':
    case 'ObjectionRaised':
    case 'ElectionBallotCast':
    case 'WrittenConsented':
    case 'QuestionSubmitted':
    case 'DecisionSubmitted':
    case 'NoticeGiven':
    case 'NoticeWithdrawn':
    case 'Recognized':
    case 'TurnBegan':
    case 'FloorYielded':
    case 'ExplanationEnded':
    case 'Presided':
    case 'Appointed':
      return [event.who];
    case 'PersonAdded':
      return [event.person.id];
    case 'VoteResolved':
      return event.who === null ? [] : [event.who];
    // Who may vote is frozen at the opening, so that anybody's right may differ before and after.
    case 'VoteOpened':
    case 'VoteClosed':
    case 'ResultDeclared':
    case 'VoteVoided':
    case 'VoteEscalated':
    case 'ElectionOpened':
    case 'ElectionClosed':
    case 'LotDrawn':
    case 'ElectedDeclared':
    case 'MeetingCreated':
    case 'ItemClosedToPublic':
    case 'ItemOpenedToPublic':
    case 'PlanChanged':
    case 'Dispatched':
    case 'RoundOpened':
    case 'RoundClosed':
    case 'DeadlineMoved':
      return 'all';
    case 'SeatsArranged':
    case 'ObserversAdmitted':
    case 'QuorumLost':
    case 'QuorumRegained':
    case 'MeetingOpened':
    case 'Recessed':
    case 'Resumed':
    case 'Adjourned':
    case 'MeetingClosed':
    case 'ScreenSet':
    case 'ItemStarted':
    case 'ItemEnded':
    case 'ItemAdded':
    case 'ItemsJoined':
    case 'HandRaised':
    case 'HandLowered':
    case 'ExplanationBegan':
    case 'ListClosed':
    case 'ListOpened':
    case 'HandReordered':
    case 'ChoiceCalled':
    case 'CountRecorded':
    case 'ClosingAnnounced':
    case 'BoxOpened':
    case 'CountReported':
    case 'CastingVoteGiven':
    case 'MotionMoved':
    case 'AmendmentPlaced':
    case 'MotionSeconded':
    case 'MotionWithdrawn':
    case 'Nominated':
    case 'NominationObjected':
    case 'ElectionBallotsRecorded':
    case 'AnswerSubmitted':
    case 'ResultNotified':
    case 'ItemConcluded':
    case 'OpinionAttached':
    case 'OpinionAnswered':
    case 'Promised':
    case 'PromiseFulfilled':
    case 'Noted':
    case 'StageDirected':
    case 'TurnWritten':
    case 'TurnCorrected':
    case 'RemarkWithdrawn':
    case 'CaptionsTaken':
    case 'CaptionsUndone':
    case 'SpeakerCorrected':
    case 'TurnSplit':
    case 'TurnsJoined':
    case 'EditUndone':
    case 'SignatoriesNamed':
    case 'MinutesConfirmed':
    case 'MinutesConfirmedByBody':
    case 'MinutesFinalized':
    case 'DetailsDeleted':
      return [];
  }
}
