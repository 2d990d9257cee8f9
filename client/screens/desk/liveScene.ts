import type { DeskView, ScreenView } from '../../../shared/views/types.ts';

type Scene = ScreenView['scene'];

/** What the room sees: the desk's choice, or what the meeting is at. The same as the server tells the screens. */
export function liveScene(view: DeskView): Scene {
  return view.screen.scene === 'auto' ? followed(view) : view.screen.scene;
}

/** What the meeting itself is at, whatever the desk chose. */
export function followed(view: Pick<DeskView, 'meeting' | 'vote' | 'floor' | 'current'>): Scene {
  const { meeting, vote, floor } = view;
  if (meeting.status === 'recess') return 'recess';
  if (meeting.status !== 'open') return 'waiting';
  if (vote !== null && (vote.status === 'open' || vote.status === 'closed')) return 'vote';
  if (view.current === null) return 'waiting';
  const chairHasFloor = floor.turn === null || floor.turn.who === meeting.presiding;
  if (
    vote?.status === 'declared' &&
    vote.item === view.current &&
    (chairHasFloor || (floor.turn?.since ?? 0) <= (vote.declaredAt ?? 0))
  )
    return 'result';
  return chairHasFloor ? 'agenda' : 'floor';
}

/** What the room will likely see next. */
export function sceneAfter(view: DeskView): Scene {
  const live = liveScene(view);
  if (view.screen.scene !== 'auto' && live !== followed(view)) return followed(view);
  switch (live) {
    case 'waiting':
      return 'agenda';
    case 'agenda':
      return 'floor';
    case 'floor':
      return 'vote';
    case 'vote':
      return 'result';
    case 'result':
      return 'agenda';
    case 'recess':
    case 'notice':
    case 'blank':
      return followed(view) === live ? 'agenda' : followed(view);
  }
}

/** The desk's view as a room screen of the same moment has it: counts that the room may not see yet are left out. */
export function screenViewOf(view: DeskView, scene: Scene): ScreenView {
  const hidden = view.vote?.status === 'open' && view.rules.vote.tally === 'afterClose';
  return {
    version: view.version,
    meeting: view.meeting,
    people: view.people,
    peopleOrder: view.peopleOrder,
    attendance: view.attendance,
    quorum: view.quorum,
    voters: view.voters,
    agenda: view.agenda,
    current: view.current,
    floor: view.floor,
    vote: view.vote !== null && hidden ? { ...view.vote, counts: null, explanation: null } : view.vote,
    election: view.election,
    motions: view.motions,
    screen: view.screen,
    scene,
    joinUrl: null,
  };
}
