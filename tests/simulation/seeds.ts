/** Seeds that once showed a bug of the product, and what it was. They are run with every test. */
export const keptSeeds: readonly (readonly [seed: number, bug: string])[] = [];
