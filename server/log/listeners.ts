/** Those who listen. One that throws is a bug, which must neither stop the others nor look like a failed append. */
export interface Listeners<T> {
  /** Returns how to stop. */
  add(listener: (told: T) => void): () => void;
  tell(told: T): void;
}

export const listeners = <T>(): Listeners<T> => {
  const all = new Set<{ readonly listener: (told: T) => void }>();
  return {
    add(listener) {
      const entry = { listener };
      all.add(entry);
      return () => void all.delete(entry);
    },
    tell(told) {
      for (const { listener } of [...all]) {
        try {
          listener(told);
        } catch (error) {
          queueMicrotask(() => {
            throw error;
          });
        }
      }
    },
  };
};
