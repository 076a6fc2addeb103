import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import express, { type RequestHandler, type Router } from 'express';

/**
 * The screens: files with a hash in their name are kept by browsers for good, the page itself is asked for anew
 * each time (and answered 304). Every address that is no file is the page, whose router knows the way.
 */
export function clientFiles(folder: string): Router {
  const router = express.Router();
  const assets = path.join(folder, 'assets');
  const kept = { immutable: true, maxAge: '1y', index: false } as const;
  router.use('/assets', asCompressed(assets), express.static(assets, { ...kept, setHeaders: nameEncoding }));
  router.use(express.static(folder, { index: false, maxAge: 0 }));
  router.get('/{*path}', page(folder));
  return router;
}

/** What the build has compressed: the rest is compressed already, or too seldom asked for. */
export function isCompressible(file: string): boolean {
  return ['.js', '.css', '.wasm', '.svg'].includes(path.extname(file));
}

const encodings = { br: '.br', gzip: '.gz' } as const;

/** Leads to the file that was compressed at the build, where there is one and the browser takes it. */
function asCompressed(assets: string): RequestHandler {
  const made = new Set(existsSync(assets) ? readdirSync(assets) : []);
  return (request, response, next) => {
    if (!isCompressible(request.path)) return next();
    response.vary('Accept-Encoding');
    // Ours before the browser's: it names all that it takes in an order of no meaning.
    const encoding = (['br', 'gzip'] as const).find((one) => request.acceptsEncodings(one));
    const ending = encoding && encodings[encoding];
    if (ending && made.has(request.path.slice(1) + ending)) request.url = request.path + ending;
    next();
  };
}

function nameEncoding(response: express.Response, file: string): void {
  const ending = path.extname(file);
  const [encoding] = Object.entries(encodings).find(([, its]) => its === ending) ?? [];
  const original = file.slice(0, -ending.length);
  if (!encoding || !isCompressible(original)) return;
  response.set('Content-Encoding', encoding);
  response.type(path.extname(original));
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
