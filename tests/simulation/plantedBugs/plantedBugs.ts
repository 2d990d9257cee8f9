import { actorBugs } from './actorBugs.ts';
import { clientBugs } from './clientBugs.ts';
import { electionBugs } from './electionBugs.ts';
import { fanoutBugs } from './fanoutBugs.ts';
import { logBugs } from './logBugs.ts';
import type { PlantedBug } from './plantedBug.ts';
import { ruleBugs } from './ruleBugs.ts';
import { viewBugs } from './viewBugs.ts';
import { writtenBugs } from './writtenBugs.ts';

/** Mistakes to plant, one at a time: what the simulation must find. Some of them it found in the product. */
export const plantedBugs: readonly PlantedBug[] = [
  ...actorBugs,
  ...logBugs,
  ...fanoutBugs,
  ...clientBugs,
  ...ruleBugs,
  ...electionBugs,
  ...viewBugs,
  ...writtenBugs,
];
