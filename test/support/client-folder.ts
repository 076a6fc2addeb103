import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const page = '<!doctype html><title>Spoor</title><script src="/assets/app-a1b2c3.js"></script>';

/** Screens as they are built, as small as can be; below a hidden folder, as some installations are. */
export function makeClientFolder(): { folder: string; remove(): void } {
  const place = mkdtempSync(path.join(tmpdir(), 'spoor-test-screens-'));
  const folder = path.join(place, '.hidden', 'client');
  mkdirSync(path.join(folder, 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), page);
  writeFileSync(path.join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(
    path.join(folder, 'assets', 'app-a1b2c3.js'),
    `console.log(${JSON.stringify('x'.repeat(5_000))})`,
  );
  writeFileSync(path.join(folder, 'assets', 'built-d4e5f6.css'), 'a{}');
  writeFileSync(path.join(folder, 'assets', 'built-d4e5f6.css.br'), 'as brotli');
  writeFileSync(path.join(folder, 'assets', 'built-d4e5f6.css.gz'), 'as gzip');
  writeFileSync(path.join(place, 'secret.txt'), 'secret');
  return { folder, remove: () => rmSync(place, { recursive: true, force: true }) };
}
