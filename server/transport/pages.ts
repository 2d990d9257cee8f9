import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';
import { nothingHere } from './errors.ts';

/**
 * The pages, from `folder` (dist/client): what has a hash in its name never changes; the document itself, which every
 * address of a page gets, is looked at each time.
 */
export function pages(folder: string): Router {
  const router = Router();
  const index = join(folder, 'index.html');
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  router.use(express.static(folder, { index: false, maxAge: '1h' }));
  router.get('/{*path}', (_request, response, next) => {
    if (!existsSync(index)) {
      nothingHere(_request, response, next);
      return;
    }
    response.set('cache-control', 'no-cache').sendFile(index);
  });
  return router;
}
