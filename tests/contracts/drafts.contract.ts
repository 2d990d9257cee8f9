import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../server/log/store.ts';
import type { MakeHarness, StoreHarness } from '../support/storeHarness.ts';

/** What every store must do with meetings that are still being prepared. */
export const draftsContract = (name: string, make: MakeHarness): void => {
  describe(`drafts: ${name}`, () => {
    let harness: StoreHarness;
    let store: Store;
    beforeEach(async () => {
      harness = await make();
      store = await harness.open();
    });
    afterEach(() => harness.remove());

    it('[L23] a draft is kept as it was last saved', async () => {
      await store.drafts.save({ id: 'd1', updatedAt: 1, body: { title: '第２回' } });
      await store.drafts.save({ id: 'd1', updatedAt: 5, body: { title: '第３回', people: [] } });
      await store.close();
      store = await harness.open();
      expect(await store.drafts.load('d1')).toEqual({
        id: 'd1',
        updatedAt: 5,
        body: { title: '第３回', people: [] },
      });
      expect(await store.drafts.load('d2')).toBeNull();
    });

    it('[L23] drafts are listed with the newest first', async () => {
      await store.drafts.save({ id: 'd1', updatedAt: 1, body: null });
      await store.drafts.save({ id: 'd2', updatedAt: 3, body: null });
      await store.drafts.save({ id: 'd3', updatedAt: 2, body: null });
      expect((await store.drafts.list()).map(({ id }) => id)).toEqual(['d2', 'd3', 'd1']);
    });

    it('[L23] a draft that was removed is gone, once', async () => {
      await store.drafts.save({ id: 'd1', updatedAt: 1, body: 'x' });
      expect(await store.drafts.remove('d1')).toBe(true);
      expect(await store.drafts.remove('d1')).toBe(false);
      expect(await store.drafts.list()).toEqual([]);
    });
  });
};
