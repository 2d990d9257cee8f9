import { describe, expect, it } from 'vitest';
import { verbs } from '../../shared/meeting/commands.ts';
import type { Command, Verb } from '../../shared/meeting/commands.ts';
import { permit } from '../../shared/meeting/permissions.ts';
import type { MeetingState } from '../../shared/meeting/state.ts';
import { actorOf, opened } from '../support/given.ts';

/** The verbs this actor may send, about themselves where a verb is about somebody. */
function allowed(state: MeetingState, by: string, about = by): Verb[] {
  return verbs.filter((verb) => {
    const command = { do: verb, who: about } as Command;
    return permit(state, command, actorOf(by)) === null;
  });
}

const chairsVerbs: Verb[] = [
  ...(['openMeeting', 'recess', 'resume', 'adjourn', 'closeMeeting', 'preside'] as const),
  ...(['startItem', 'endItem', 'addItem', 'joinItems', 'closeToPublic', 'openToPublic'] as const),
  ...(['raiseHand', 'lowerHand', 'recognize', 'speak', 'yieldFloor', 'explain'] as const),
  ...(['endExplain', 'closeList', 'openList', 'reorderHand', 'giveNotice', 'withdrawNotice'] as const),
  ...(['openVote', 'callChoice', 'castVote', 'recordCount', 'recordVote', 'announceClosing'] as const),
  ...(['closeVote', 'resolve', 'correctVote', 'reportCount', 'castingVote', 'declareResult'] as const),
  ...(['voidVote', 'object', 'moveMotion', 'placeAmendment', 'secondMotion'] as const),
  ...(['withdrawMotion', 'putMotion'] as const),
  ...(['openElection', 'nominate', 'castBallot', 'recordBallots', 'closeElection'] as const),
  ...(['drawLot', 'declareElected', 'appoint', 'answerLeave'] as const),
];
const chairsWords: Verb[] = ['castingVote', 'declareResult', 'declareElected'];
const recordVerbs: Verb[] = [
  ...(['concludeItem', 'attachOpinion', 'respondOpinion', 'promise', 'fulfil'] as const),
  ...(['note', 'stageDirection', 'writeTurn', 'correctTurn', 'withdrawRemark'] as const),
  ...(['askLeave', 'answerLeave', 'dropLeave'] as const),
  ...(['takeCaptions', 'undoCaptions'] as const),
  ...(['correctSpeaker', 'splitTurn', 'joinTurns', 'undoEdit'] as const),
  ...(['nameSignatories', 'confirmMinutes', 'finalizeMinutes', 'deleteDetails'] as const),
];

describe('who may do what', () => {
  it('[M3] gives the chair all of meeting, agenda, floor, vote and election', () => {
    const { state } = opened();
    const mine = allowed(state, 'm01', 'm05');
    expect(chairsVerbs.filter((verb) => !mine.includes(verb))).toEqual([]);
    expect(mine.filter((verb) => !chairsVerbs.includes(verb))).toEqual([
      'checkIn',
      'confirmIdentity',
      'checkLink',
      'askOnline',
      'withdrawOnline',
      'permitOnline',
      'declineOnline',
    ]);
  });

  it('[M3] gives the secretariat everything but the chair’s own words', () => {
    const { state } = opened();
    for (const by of ['desk', 's01'])
      expect(verbs.filter((verb) => !allowed(state, by, 'm05').includes(verb))).toEqual(
        verbs.filter((verb) => chairsWords.includes(verb) || verb === 'confirmByBody'),
      );
    const desks = verbs.filter((verb) => verb !== 'confirmByBody');
    const trusted = opened({ rules: { vote: { deskOnChairsWord: true } } });
    expect(allowed(trusted.state, 'desk', 'm05')).toEqual(desks);
    const chairless = opened({ chair: false });
    expect(allowed(chairless.state, 's01', 'm05')).toEqual(desks);
    const unnamed = opened({ chair: false, secretary: false });
    expect(allowed(unnamed.state, 'desk', 'm05')).toEqual(desks);
  });

  it('[M3] lets a member act for itself alone', () => {
    const { state } = opened();
    expect(allowed(state, 'm05').toSorted()).toEqual(
      [
        ...(['checkIn', 'raiseHand', 'lowerHand', 'yieldFloor', 'castVote', 'castBallot'] as const),
        ...(['object', 'nominate', 'moveMotion', 'secondMotion', 'withdrawMotion'] as const),
        ...(['consentWritten', 'submitQuestion', 'submitDecision'] as const),
        ...(['giveNotice', 'withdrawNotice', 'confirmMinutes', 'askLeave', 'dropLeave'] as const),
        ...(['askOnline', 'withdrawOnline', 'consentOnline'] as const),
      ].toSorted(),
    );
    expect(allowed(state, 'm05', 'm06')).toEqual(['nominate']);
    const raise = { do: 'raiseHand', kind: 'speak', who: 'm06' } as const;
    expect(permit(state, raise, actorOf('m05'))?.code).toBe('permission/only-yourself');
  });

  it('[M3] lets an official explain, speak and answer, an observer nothing', () => {
    const { state } = opened();
    expect(allowed(state, 'k01').toSorted()).toEqual(
      ['askLeave', 'dropLeave', 'endExplain', 'explain', 'speak', 'submitAnswer', 'yieldFloor'].toSorted(),
    );
    expect(allowed(state, 'k01', 'k02')).not.toContain('speak');
    expect(allowed(state, 'o01')).toEqual([]);
    expect(permit(state, { do: 'openList' }, actorOf('o01'))?.code).toBe('permission/observer');
  });

  it('[M3] lets the server itself only say that a link was lost or is back, what has to be deleted, and what the body confirmed', () => {
    const { state } = opened();
    expect(allowed(state, 'system', 'm05')).toEqual([
      'loseConnection',
      'restoreConnection',
      'confirmByBody',
      'deleteDetails',
    ]);
  });

  it('[M3] knows nobody who is not on the roster', () => {
    const { state } = opened();
    expect(allowed(state, 'm99')).toEqual([]);
    expect(allowed(state, 'constructor')).toEqual([]);
    expect(permit(state, { do: 'openList' }, actorOf('m99'))?.code).toBe('permission/not-on-roster');
  });

  it('[M3] says whom to ask instead, in both languages', () => {
    const { state } = opened();
    expect(permit(state, { do: 'note', text: 'x' }, actorOf('m01'))).toEqual({
      code: 'permission/desk',
      ja: 'この操作は事務局が行います。事務局にお伝えください。',
      en: 'This is for the secretariat. Ask them.',
    });
    expect(permit(state, { do: 'openList' }, actorOf('m05'))?.code).toBe('permission/chair-or-desk');
    expect(permit(state, { do: 'declareResult', item: 'i1' }, actorOf('desk'))?.code).toBe(
      'permission/chairs-words',
    );
  });

  it('[M4] leaves the record to the desk when the meeting is over', () => {
    const closed = opened();
    closed.ok('m01', { do: 'closeMeeting' });
    const adjourned = opened();
    adjourned.ok('m01', { do: 'adjourn', reason: '時間のため' });
    for (const { state } of [closed, adjourned]) {
      expect(allowed(state, 'desk', 'm05')).toEqual(recordVerbs);
      expect(allowed(state, 'm01', 'm05')).toEqual(['answerLeave']);
      expect(allowed(state, 'm05', 'm05')).toEqual(['askLeave', 'dropLeave', 'confirmMinutes']);
      expect(permit(state, { do: 'openList' }, actorOf('m01'))?.code).toBe('meeting/closed');
    }
  });
});
