import type { Breach } from '../breach.ts';
import { sourcesBelow } from '../source/files.ts';

/** A migration means the same for ever, so it builds on nothing of the product that can change. */
export async function frozenImports(root: string): Promise<Breach[]> {
  const sources = await sourcesBelow(root, 'migrations');
  return sources.flatMap(({ file, imports }) =>
    imports
      .filter(({ specifier }) => specifier !== 'kysely' && !specifier.startsWith('node:'))
      .map(({ specifier, line }) => ({
        file,
        line,
        rule: 'frozen-imports',
        message: `migrations import only kysely and node: modules; copy what is needed of "${specifier}" into it`,
      })),
  );
}
