import { ensureBuilt } from '../../scripts/build.mjs';

/** Global setup of projects that run what is built: also when vitest is called by itself, it is this tree's. */
export async function setup(): Promise<void> {
  await ensureBuilt('product');
}
