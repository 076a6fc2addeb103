import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const manifest = z.object({ version: z.string() });

/** The product's version, as package.json has it. */
export const productVersion = manifest.parse(
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')),
).version;

const built = fileURLToPath(new URL('../dist/client/', import.meta.url));

/** The built screens, where they have been built. */
export function findClientFolder(): string | undefined {
  return existsSync(`${built}/index.html`) ? built : undefined;
}
