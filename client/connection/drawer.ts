import type { Waiting } from './outbox.ts';
import { outlivesPage } from './outbox.ts';

/** A command kept for the next page, and whose it is: another person's page in this tab must not send it. */
export interface Kept {
  readonly owner: string;
  readonly waiting: Waiting;
}

/** Where commands without an answer outlive the page. */
export interface Drawer {
  read(): readonly Kept[];
  write(kept: readonly Kept[]): void;
}

/** The tab's own storage. Where a browser forbids it, nothing outlives the page. */
export function tabDrawer(name: string): Drawer {
  const key = `kyoshu.waiting.${name}`;
  return {
    read() {
      try {
        const text = sessionStorage.getItem(key);
        const found: unknown = text === null ? [] : JSON.parse(text);
        return Array.isArray(found) ? found.filter(isKept) : [];
      } catch {
        return [];
      }
    },
    write(kept) {
      try {
        if (kept.length === 0) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, JSON.stringify(kept));
      } catch {
        // full or forbidden: the page itself still has them
      }
    },
  };
}

/** What of an outbox is kept, for `owner`. A later page cannot tell what the server has heard of it. */
export function toKeep(owner: string, outbox: readonly Waiting[]): readonly Kept[] {
  return outbox.filter(outlivesPage).map((waiting) => ({ owner, waiting: { ...waiting, sent: true } }));
}

/** The storage is the page's own, but an older version of the page may have written it. */
function isKept(value: unknown): value is Kept {
  const kept = value as Partial<Kept> | null;
  return (
    typeof kept?.owner === 'string' &&
    typeof kept.waiting?.pressedAt === 'number' &&
    typeof kept.waiting.message?.id === 'string' &&
    typeof kept.waiting.message.do === 'string'
  );
}
