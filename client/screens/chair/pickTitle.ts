import { chairWords } from '../../messages/chair.ts';
import type { ActionLine } from '../../../shared/views/types/actionLine.ts';

/** What one of several people is picked for: the button and the title of the dialog that it opens. */
export function pickTitle(picks: readonly ActionLine[]): string {
  const verb = picks[0]?.command.do;
  if (verb === 'drawLot') return chairWords().enterLot;
  return verb === 'nominate' ? chairWords().enterNominee : chairWords().appointDeputy;
}
