import type { DeskView } from '../../../shared/views/types/deskView.ts';
import type { TurnLine } from '../../../shared/views/types/floorLine.ts';
import type { ScreenView } from '../../../shared/views/types/screenView.ts';
import { itemAfter } from './nextSteps.ts';

type Scene = ScreenView['scene'];

/** What the room sees: the desk's choice, or what the meeting is at. The same as the server tells the screens. */
function liveScene(view: DeskView): Scene {
  return view.screen.scene === 'auto' ? followed(view) : view.screen.scene;
}

/** What the meeting itself is at, whatever the desk chose. */
function followed(view: DeskView): Scene {
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

/** A scene with the view it is drawn from. */
export interface Scened {
  readonly scene: Scene;
  readonly view: ScreenView;
}

/** What the room sees now. */
export function sceneNow(view: DeskView): Scened {
  const scene = liveScene(view);
  return { scene, view: screenViewOf(view, scene) };
}

/** What the room will likely see next: the next speaker, the closed vote, its result, the next item. */
export function sceneNext(view: DeskView, now: number): Scened {
  const live = liveScene(view);
  const own = followed(view);
  const drawn = (scene: Scene, change: Partial<DeskView> = {}): Scened => ({
    scene,
    view: screenViewOf({ ...view, ...change }, scene),
  });
  if (live !== own) return drawn(own);
  const { vote, floor } = view;
  switch (live) {
    case 'vote':
      return vote?.status === 'open'
        ? drawn('vote', {
            vote: {
              ...vote,
              status: 'closed',
              called: null,
              polled: null,
              closing: null,
              counts: null,
              explanation: null,
            },
          })
        : likelyResult();
    case 'agenda':
    case 'floor': {
      const first = floor.queue[0];
      if (first === undefined) return live === 'floor' ? drawn('agenda') : nextItem();
      const turn: TurnLine = {
        no: (floor.turn?.no ?? 0) + 1,
        limitAt: null,
        who: first.who,
        since: now,
        kind: 'speech',
        times: first.times + 1,
        channel: first.channel,
      };
      return drawn('floor', { floor: { ...floor, turn, queue: floor.queue.slice(1) } });
    }
    default:
      return nextItem();
  }

  /** As the numbers stand; before everybody is accounted for the room goes on seeing the closed vote. */
  function likelyResult(): Scened {
    const tied = vote?.tie === true && vote.castingVote === null;
    if (vote === null || tied || (vote.counts !== null && vote.counts.unaccounted > 0)) return drawn('vote');
    const carried =
      vote.castingVote === null
        ? vote.counts === null || vote.counts.yes >= vote.required
        : vote.castingVote === 'yes';
    return drawn('result', {
      vote: { ...vote, status: 'declared', outcome: carried ? 'carried' : 'rejected', declaredAt: now },
    });
  }

  function nextItem(): Scened {
    const after = itemAfter(view.agenda, view.current);
    if (after === undefined) return drawn(view.current === null ? 'waiting' : 'agenda');
    return drawn('agenda', {
      current: after.id,
      vote: null,
      floor: { ...floor, turn: null, queue: [] },
      agenda: view.agenda.map((line) =>
        line.id === after.id
          ? { ...line, status: 'current', startedAt: now, runningSince: now }
          : line.id === view.current
            ? { ...line, status: 'ended', runningSince: null }
            : line,
      ),
    });
  }
}

/** The desk's view as a room screen of the same moment has it: counts that the room may not see yet are left out. */
function screenViewOf(view: DeskView, scene: Scene): ScreenView {
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
