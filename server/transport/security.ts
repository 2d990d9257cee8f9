import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { rateLimit } from 'express-rate-limit';
import { tooFast } from '../meetings/refusals.ts';
import { malformed } from '../meetings/refusals.ts';
import { hostFault, originFault } from './hosts.ts';
import { Refused } from './requestContext.ts';

/**
 * Everything a page needs comes from here, as files: nothing inline, nothing from elsewhere. Requests are not raised
 * to HTTPS by the page: on a LAN name without a certificate that would leave nothing that loads.
 */
export function secureHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        imgSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        upgradeInsecureRequests: null,
      },
    },
    // Only over HTTPS would it be heard, and there the proxy in front decides.
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
    // Has a meaning in secure contexts only, and browsers warn of it on a plain LAN name.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
}

/** Refuses what was not meant for this server, and changes that no page of ours asked for. */
export function addressChecks(origins: readonly string[]): RequestHandler {
  return (request, _response, next) => {
    const safe = request.method === 'GET' || request.method === 'HEAD';
    const fault =
      hostFault(request.headers, origins) ?? (safe ? null : originFault(request.headers, origins));
    if (fault === null) next();
    else if (fault === 'host')
      next(new Refused(421, malformed([`Host: ${request.headers.host ?? ''} (KYOSHU_ORIGINS)`])));
    else next(new Refused(403, malformed([`Origin: ${request.headers.origin ?? ''} (KYOSHU_ORIGINS)`])));
  };
}

/** A whole council behind one address opens its links at the same time; only failures are counted. */
export function linkRate(): RequestHandler {
  return limit({ windowMs: 60_000, limit: 60, skipSuccessfulRequests: true });
}

/** Two thousand people behind one address, a few requests each; more is no page of ours. */
export function apiRate(): RequestHandler {
  return limit({ windowMs: 10_000, limit: 10_000 });
}

function limit(options: {
  windowMs: number;
  limit: number;
  skipSuccessfulRequests?: boolean;
}): RequestHandler {
  return rateLimit({
    ...options,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    validate: { trustProxy: false, xForwardedForHeader: false },
    handler: (_request, _response, next) => {
      next(new Refused(429, tooFast));
    },
  });
}
