import express from 'express';
import type { Express } from 'express';
import type { Logger } from 'pino';
import { errorAnswers, nothingHere } from './errors.ts';
import { pages } from './pages.ts';
import { acrossRoutes } from './routes/across.ts';
import { archiveRoutes } from './routes/archive.ts';
import { captionRoutes } from './routes/captions.ts';
import { draftRoutes } from './routes/drafts.ts';
import { healthRoutes, metricsRoutes } from './routes/health.ts';
import type { HealthParts } from './routes/health.ts';
import { linkRoutes } from './routes/links.ts';
import type { LinkRouteParts } from './routes/links.ts';
import { meetingRoutes } from './routes/meetings.ts';
import { minutesRoutes } from './routes/minutes.ts';
import { minutesStreamRoutes } from './routes/minutesStream.ts';
import { recordRoutes } from './routes/record.ts';
import { reportRoutes } from './routes/report.ts';
import { rehearsalRoutes } from './routes/rehearsals.ts';
import { replacedRoutes } from './routes/replaced.ts';
import { sessionRoutes } from './routes/session.ts';
import { addressChecks, apiRate, secureHeaders } from './security.ts';

export type HttpParts = LinkRouteParts &
  HealthParts &
  Parameters<typeof meetingRoutes>[0] &
  Parameters<typeof recordRoutes>[0] &
  Parameters<typeof rehearsalRoutes>[0] &
  Parameters<typeof draftRoutes>[0] &
  Parameters<typeof minutesRoutes>[0] &
  Parameters<typeof minutesStreamRoutes>[0] & {
    readonly origins: readonly string[];
    readonly trustProxy: number | boolean;
    /** The folder of the built pages. */
    readonly client: string;
    readonly logger: Logger;
  };

/** Everything over HTTP: the pages, the desk's requests, what monitors ask. */
export function createHttp(parts: HttpParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', parts.trustProxy);
  app.set('query parser', 'simple');
  app.use(secureHeaders());
  app.use(healthRoutes(parts));
  app.use(addressChecks(parts.origins));
  app.use(metricsRoutes(parts));
  app.use(
    '/api',
    apiRate(),
    (_request, response, next) => {
      response.set('cache-control', 'no-store');
      next();
    },
    sessionRoutes(parts),
    meetingRoutes(parts),
    acrossRoutes(parts),
    archiveRoutes(parts),
    linkRoutes(parts),
    draftRoutes(parts),
    minutesRoutes(parts),
    minutesStreamRoutes(parts),
    recordRoutes(parts),
    captionRoutes(parts),
    reportRoutes(parts),
    replacedRoutes(parts),
    rehearsalRoutes(parts),
    nothingHere,
  );
  app.use(pages(parts.client));
  app.use(errorAnswers(parts.logger));
  return app;
}
