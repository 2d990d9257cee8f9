import type { ConductState } from '../../features/conduct/state.ts';
import type { CommonView } from './commonView.ts';

export interface ScreenView extends CommonView {
  readonly screen: ConductState['screen'];
  /** The scene to show: what the desk chose, or what the meeting is at. */
  readonly scene: Exclude<ConductState['screen']['scene'], 'auto'>;
  /** Where members scan to join, when the scene shows it; made by the server from the request's host. */
  readonly joinUrl: string | null;
}
