/** Seeds that once showed a bug of the product, and what it was. They are run with every test. */
export const keptSeeds: readonly (readonly [seed: number, bug: string])[] = [
  [42, 'minutes were lost where a page joined again before their answer had come'],
  [
    136,
    'in writing, a second reply that came late stayed out though the deadline was moved, and one of an excluded member counted',
  ],
  [193, 'a link that was back while its loss was being written stayed lost'],
  [1450, 'a link that was back while the disk was full stayed lost'],
  [1572, 'the minutes were given events twice where the log was ahead of the state'],
  [2694, 'a node that waited for its turn at a slow store did not show what the other one wrote'],
  [3113, 'a personal part stood still where two had the floor between two looks'],
  [5617, 'a node that wrote a long queue to a slow store showed nothing of it until the end'],
  [6067, 'a page that asked for the minutes while the store was away never got them'],
  [9432, 'words that were typed longer ago than an hour were thrown away by the next page'],
  [30257, 'a page that joined a node that was ending was told that there is no such meeting, and gave up'],
];
