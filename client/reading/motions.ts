import { motionWords } from '../messages/motion.ts';
import type { MotionLine } from '../../shared/views/types/motionLine.ts';

/** 修正案1, 動議2. */
export function motionName({ kind, no }: Pick<MotionLine, 'kind' | 'no'>): string {
  return kind === 'amendment' ? motionWords().amendmentNo({ n: no }) : motionWords().motionNo({ n: no });
}

/** How many seconders are missing. */
export function secondersMissing({ seconders, secondersNeeded }: MotionLine): number {
  return Math.max(0, secondersNeeded - seconders.length);
}
