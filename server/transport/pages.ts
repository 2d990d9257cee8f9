import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import express, { Router } from 'express';
import type { RequestHandler } from 'express';
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
    smaller(join(folder, 'assets')),
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

/** Scripts and sheets: never a document of their own, as an SVG can be. */
const partsOnly = /\.(js|css)$/;
/** What only a document heeds: some 400 bytes on each of a page's dozens of files, over a slow line. */
const forDocuments = [
  'content-security-policy',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
];

/** Gives a file as the build compressed it, to whoever can read that; one without such a copy as it is. */
function smaller(folder: string): RequestHandler {
  const endings = { br: '.br', gzip: '.gz' } as const;
  return (request, response, next) => {
    response.vary('accept-encoding');
    const name = /^\/([\w.-]+)$/.exec(request.path)?.[1];
    // Browsers name gzip first out of habit; Brotli is the smaller.
    const encoding = request.acceptsEncodings('br') || request.acceptsEncodings('gzip');
    if (name !== undefined && (encoding === 'br' || encoding === 'gzip')) {
      const copy = `${name}${endings[encoding]}`;
      if (existsSync(join(folder, copy))) {
        response.set('content-encoding', encoding).type(extname(name));
        request.url = `/${copy}`;
        if (partsOnly.test(name)) for (const header of forDocuments) response.removeHeader(header);
      }
    }
    next();
  };
}
