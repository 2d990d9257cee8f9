import type { Connection } from './connection.ts';

const AGAIN_MS = 1000;

/**
 * Has Redis make its append-only file anew after a box was destroyed: until then that file holds the deposits in
 * their order, and the key beside them.
 */
export interface FileRewriter {
  ask(): void;
  close(): void;
}

export const fileRewriter = ({ main }: Connection): FileRewriter => {
  let open = true;
  let timer: NodeJS.Timeout | null = null;

  const attempt = async (): Promise<void> => {
    timer = null;
    try {
      await main.bgRewriteAof();
    } catch {
      // One is under way, begun before the box was destroyed, or Redis is away.
      later();
    }
  };
  const later = (): void => {
    if (open) timer ??= setTimeout(() => void attempt(), AGAIN_MS).unref();
  };
  return {
    ask: () => void attempt(),
    close() {
      open = false;
      if (timer !== null) clearTimeout(timer);
    },
  };
};
