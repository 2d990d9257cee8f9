/**
 * `npm run captions [-- --short]`: lays made-up caption files of known truth on meetings and prints the share of words
 * that came into the turn they were said in. Exits with 1 below the bar (docs/captions.md).
 */
import { captionBar, captionCases, missed } from '../support/captions/captionCases.ts';

const short = process.argv.includes('--short');
const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
const shares: Record<'named' | 'unnamed', number[]> = { named: [], unnamed: [] };
let failures = 0;

console.log(
  'words in the right turn · changes found (by chance) · seconds for reading and laying out · captions',
);
for (const { label, kind, ...one } of captionCases(short)) {
  const measured = one.run();
  const why = missed(kind, measured);
  const { found, chance, verdict } = measured.laid.match;
  if (why !== null) failures++;
  if (kind !== 'other') shares[kind].push(measured.share);
  console.log(
    [
      label.padEnd(52),
      kind === 'other' ? verdict.padStart(9) : percent(measured.share).padStart(9),
      `${percent(found).padStart(8)} (${percent(chance).padStart(7)})`,
      (measured.ms / 1000).toFixed(2).padStart(6),
      String(measured.cues).padStart(6),
      why ?? '',
    ].join('  '),
  );
}
for (const kind of ['named', 'unnamed'] as const) {
  const mean = shares[kind].reduce((sum, share) => sum + share, 0) / Math.max(1, shares[kind].length);
  const { least, mean: bar } = captionBar[kind];
  if (mean < bar) failures++;
  console.log(
    `${kind}: mean ${percent(mean)} (bar ${percent(bar)}), least ${percent(Math.min(...shares[kind]))} (bar ${percent(least)})`,
  );
}
console.log(failures === 0 ? 'The bar is held.' : `${failures} below the bar.`);
process.exitCode = failures === 0 ? 0 : 1;
