import { readFileSync } from 'node:fs';

/** What `npm start` tells Node, so that a bench measures the product as it runs. */
export function startFlags(): string[] {
  const file = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { scripts } = JSON.parse(file) as { scripts: { start: string } };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}
