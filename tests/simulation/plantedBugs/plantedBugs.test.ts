import { describe, expect, it } from 'vitest';
import { hunt, planted } from './plant.ts';
import { plantedBugs } from './plantedBugs.ts';

/** Quickly found ones, of every part; all of them: `npm run simulate -- --planted`. */
const sample = [
  'acknowledged-too-early',
  'refusals-not-kept',
  'ghosts',
  'sent-one-replaced',
  'last-come-first-served',
  'reminded-all-the-same',
];

describe('bugs that were planted', () => {
  it('[T7] each stands once in the product as it is now, and there are at least fifty', async () => {
    for (const bug of plantedBugs) expect(await planted(bug), bug.name).toContain(bug.put.trim());
    expect(new Set(plantedBugs.map(({ name }) => name)).size).toBe(plantedBugs.length);
    expect(plantedBugs.length).toBeGreaterThanOrEqual(50);
  });

  it.each(sample)(
    '[T8] %s is found within fifty seeds',
    async (name) => {
      const bug = plantedBugs.find((one) => one.name === name);
      expect(bug).toBeDefined();
      if (bug === undefined) return;
      const { seed, violation } = await hunt(bug, 50);
      expect(violation).not.toBeNull();
      expect(seed).not.toBeNull();
    },
    120_000,
  );
});
