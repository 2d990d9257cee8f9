import { Router } from 'express';
import type { Request } from 'express';
import type { Refusal } from '../../../shared/meeting/refusal.ts';
import { program } from '../../program.ts';
import type { Metrics } from '../metrics.ts';
import { deskOf, Refused } from '../requestContext.ts';
import type { Sessions } from '../sessions.ts';

const notForYou: Refusal = {
  code: 'server/only-here',
  ja: 'この情報は、このサーバーの機械からか、事務局のリンクでだけ見られます。',
  en: 'This is for this very machine and for the desk only.',
};

export interface HealthParts {
  readonly sessions: Sessions;
  readonly metrics: Metrics;
  /** Null while the log takes appends; the trouble's code otherwise. */
  readonly logTrouble: () => string | null;
}

/**
 * How it is, for monitors, containers and balancers: they ask under whatever name the machine has inside (`node1:3000`),
 * and nobody is named, so the address is not looked at.
 */
export function healthRoutes({ logTrouble }: Pick<HealthParts, 'logTrouble'>): Router {
  const router = Router();

  // A node whose store is away still has its pages, which say that they wait: a balancer must not take it out.
  router.get('/livez', (_request, response) => {
    response.json({ status: 'ok', version: program.version });
  });

  router.get('/healthz', (_request, response) => {
    const trouble = logTrouble();
    response.status(trouble === null ? 200 : 503).json({
      status: trouble === null ? 'ok' : 'waiting',
      log: trouble ?? 'ok',
      version: program.version,
    });
  });

  return router;
}

/** Numbers for monitors. */
export function metricsRoutes({ sessions, metrics }: Omit<HealthParts, 'logTrouble'>): Router {
  const router = Router();

  router.get('/metrics', async (request, response) => {
    if (!isLoopback(request)) {
      await deskOf(sessions, request).catch(() => {
        throw new Refused(403, notForYou);
      });
    }
    response.type(metrics.contentType).send(await metrics.text());
  });

  return router;
}

/** From this very machine, and not through a proxy on it. */
function isLoopback(request: Request): boolean {
  const address = request.socket.remoteAddress ?? '';
  const own = address === '::1' || /^(::ffff:)?127\./.test(address);
  return (
    own && request.headers['x-forwarded-for'] === undefined && request.headers['forwarded'] === undefined
  );
}
