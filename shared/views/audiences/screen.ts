import type { MeetingState } from '../../meeting/state.ts';
import type { Ambient } from '../ambient.ts';
import { screenScene } from '../parts/screenScene.ts';
import { roomVoteLine } from '../parts/voteLine.ts';
import type { ScreenView } from '../types/screenView.ts';
import { commonView } from './common.ts';

/** The room's wall. */
export function screenView(state: MeetingState, ambient: Ambient): ScreenView {
  const common = commonView(state, ambient);
  const scene = screenScene(state, common.meeting.presiding);
  return {
    ...common,
    vote: roomVoteLine(state),
    screen: state.conduct.screen,
    scene,
    joinUrl: scene === 'waiting' ? ambient.joinUrl : null,
  };
}
