import type { ChairView } from './chairView.ts';
import type { DeskView } from './deskView.ts';
import type { MemberView } from './memberView.ts';
import type { ObserverView } from './observerView.ts';
import type { ScreenView } from './screenView.ts';

export interface Views {
  readonly chair: ChairView;
  readonly desk: DeskView;
  readonly member: MemberView;
  readonly observer: ObserverView;
  readonly screen: ScreenView;
}
