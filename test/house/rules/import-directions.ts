import { posix } from 'node:path';
import { findLayer, layers, notAreas } from '../areas.ts';
import type { Breach } from '../breach.ts';
import { foldersIn, type Import, type SourceFile, sourcesBelow } from '../source/files.ts';

const rule = 'import-directions';

/** Areas of the server import each other only through the service file, and only downwards. */
export async function importDirections(root: string): Promise<Breach[]> {
  const areas = (await foldersIn(root, 'server')).filter((folder) => !notAreas.includes(folder));
  const sources = await sourcesBelow(root, 'server');
  return [
    ...areas.filter((area) => findLayer(area) === undefined).map(unplaced),
    ...sources.flatMap((source) =>
      source.imports.flatMap((imported) => {
        const message = findObjection(source, imported, areas);
        return message ? [{ file: source.file, line: imported.line, rule, message }] : [];
      }),
    ),
  ];
}

function unplaced(area: string): Breach {
  return {
    file: `server/${area}`,
    rule,
    message: `the area "${area}" is in no layer: say in test/house/areas.ts where it stands`,
  };
}

function findObjection(
  { file }: SourceFile,
  { specifier, target }: Import,
  areas: readonly string[],
): string | undefined {
  const from = areaOf(file);
  // The files on top put everything together (app.ts, cli.ts …), so they may import anything.
  if (from === undefined || from === 'cli') return undefined;
  const to = target?.startsWith('server/') ? areaOf(target) : undefined;
  if (target?.startsWith('server/') && to === undefined)
    return `${target} puts the areas together and is imported by none: pass in what is needed from it`;
  if (from === 'platform') {
    return to !== undefined && areas.includes(to)
      ? `the platform knows no area: let ${to} pass in what is needed from "${specifier}"`
      : undefined;
  }
  if (to !== undefined && areas.includes(to) && to !== from)
    return objectionBetween(file, from, to, target ?? '');
  return roleObjection(file, specifier, target);
}

/** `accounts` for `server/accounts/…`; undefined for the files right in `server/`. */
function areaOf(file: string): string | undefined {
  const [, area, below] = file.split('/');
  return below === undefined ? undefined : area;
}

/** The pure law of an area may build on that of an area below; all else goes through the service. */
function objectionBetween(file: string, from: string, to: string, target: string): string | undefined {
  const law = file.endsWith('.rules.ts') && target === `server/${to}/${to}.rules.ts`;
  if (!law && target !== `server/${to}/${to}.service.ts`)
    return `${from} may import of ${to} only server/${to}/${to}.service.ts: call the service, not ${target}`;
  const [own, other] = [findLayer(from), findLayer(to)];
  if (own === undefined || other === undefined || other < own) return undefined;
  return `${from} (layer ${own + 1} of ${layers.length}) may not call ${to} (layer ${other + 1}): only downwards; move what both need to a lower area`;
}

/** Routes → service → rules and queries, and never back up. Tests may import what they test. */
function roleObjection(file: string, specifier: string, target: string | undefined): string | undefined {
  if (/\.test\.tsx?$/.test(file)) return undefined;
  const name = target === undefined ? specifier : posix.basename(target);
  if (/\.routes\.ts$/.test(name))
    return `nothing in an area imports routes: move what is needed out of ${name}`;
  if (/\.routes\.ts$/.test(file) && (/\.queries\.ts$/.test(name) || /^(kysely|pg)(\/|$)/.test(name)))
    return `routes know no SQL: call the service instead of ${name}`;
  if (/\.queries\.ts$/.test(file) && /\.service\.ts$/.test(name))
    return `queries are called by the service, not the reverse: pass in what is needed from ${name}`;
  return undefined;
}
