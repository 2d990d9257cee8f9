import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Refusal } from '../../shared/meeting/refusal.ts';
import type { Refused as RefusedBody } from '../../shared/protocol/api.ts';
import { isLogError } from '../log/errors.ts';
import { failed, malformed, unavailable } from '../meetings/refusals.ts';
import { Refused } from './requestContext.ts';

const notFound: Refusal = {
  code: 'server/not-found',
  ja: 'この場所には何もありません。アドレスを確かめてください。',
  en: 'There is nothing here. Please check the address.',
};

/** An address under /api that means nothing. */
export const nothingHere: RequestHandler = () => {
  throw new Refused(404, notFound);
};

/** Whatever went wrong becomes a refusal that says what to do. Only bugs and a failing store are logged. */
export function errorAnswers(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const { status, refusal } = refusalOf(error);
    if (status >= 500) logger.error({ err: error }, 'a request failed');
    if (response.headersSent) {
      next(error);
      return;
    }
    response.status(status).json({ refusal } satisfies RefusedBody);
  };
}

function refusalOf(error: unknown): { status: number; refusal: Refusal } {
  if (error instanceof Refused) return error;
  if (isLogError(error)) return { status: 503, refusal: unavailable };
  if (error instanceof Error && 'status' in error && error.status === 404)
    return { status: 404, refusal: notFound };
  // body-parser's: not JSON, too large, an unknown encoding …
  if (error instanceof Error && 'expose' in error && error.expose === true && 'status' in error)
    return { status: Number(error.status), refusal: malformed([`body: ${error.message}`]) };
  return { status: 500, refusal: failed };
}
