import type { Actor } from '../../shared/meeting/context.ts';

/** `m01` and so on are people, `desk` the secretariat's own session, `system` the server. */
export type By = string;

export function actorOf(by: By): Actor {
  return by === 'desk' || by === 'system' ? { kind: by } : { kind: 'person', id: by };
}
