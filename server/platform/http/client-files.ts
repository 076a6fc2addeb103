import { existsSync } from 'node:fs';
import path from 'node:path';
import express, { type RequestHandler, type Router } from 'express';

/**
 * The screens: files with a hash in their name are kept by browsers for good, the page itself is asked for anew
 * each time (and answered 304). Every address that is no file is the page, whose router knows the way.
 */
export function clientFiles(folder: string): Router {
  const router = express.Router();
  router.use(
    '/assets',
    express.static(path.join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  );
  router.use(express.static(folder, { index: false, maxAge: 0 }));
  router.get('/{*path}', page(folder));
  return router;
}

function page(folder: string): RequestHandler {
  const file = path.join(folder, 'index.html');
  return (request, response, next) => {
    const isPage = !path.extname(request.path) && request.accepts(['html', 'json']) === 'html';
    if (!isPage || !existsSync(file)) return next();
    response.set('Cache-Control', 'no-cache');
    // Relative to the folder: the product itself may lie below a hidden one (`~/.local`), which is refused otherwise.
    response.sendFile('index.html', { root: folder });
  };
}
