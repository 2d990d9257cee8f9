import type { Evolvers } from '../../meeting/decider.ts';
import type { FloorEvents } from './events.ts';

export const floorEvolvers: Evolvers<keyof FloorEvents> = {
  HandRaised: (state) => state,
  HandLowered: (state) => state,
  Recognized: (state) => state,
  TurnBegan: (state) => state,
  FloorYielded: (state) => state,
  ExplanationBegan: (state) => state,
  ExplanationEnded: (state) => state,
  ListClosed: (state) => state,
  ListOpened: (state) => state,
  HandReordered: (state) => state,
};
