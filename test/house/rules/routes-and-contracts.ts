import { posix } from 'node:path';
import { notAreas } from '../areas.ts';
import type { Breach } from '../breach.ts';
import { literalsOf } from '../source/data-in-code.ts';
import { filesBelow, findSource, foldersIn } from '../source/files.ts';

const rule = 'routes-and-contracts';
const notContracts = new Set(['endpoint', 'fields', 'index']);

/** One word per area, everywhere: its folder, its routes, its contract and its permissions have the same name. */
export async function routesAndContracts(root: string): Promise<Breach[]> {
  const areas = (await foldersIn(root, 'server')).filter((folder) => !notAreas.includes(folder));
  const files = await filesBelow(root, 'server');
  const contracts = (await filesBelow(root, 'shared/contracts'))
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => posix.basename(file, '.ts'))
    .filter((name) => !notContracts.has(name));
  return [
    ...files.flatMap((file) => routesWithoutContract(file, contracts)),
    ...contracts.flatMap((area) => contractWithoutRoutes(area, files)),
    ...(await strayPermissions(root, areas)),
  ];
}

function routesWithoutContract(file: string, contracts: readonly string[]): Breach[] {
  const [, folder, area] = /^server\/([^/]+)\/([^/]+)\.routes\.ts$/.exec(file) ?? [];
  if (folder === undefined || area === undefined) return [];
  if (folder !== area)
    return [
      { file, rule, message: `the routes of an area are in a file named after it: ${folder}.routes.ts` },
    ];
  if (contracts.includes(area)) return [];
  return [{ file, rule, message: `write its contract: shared/contracts/${area}.ts` }];
}

function contractWithoutRoutes(area: string, files: readonly string[]): Breach[] {
  const routes = `server/${area}/${area}.routes.ts`;
  if (files.includes(routes)) return [];
  return [
    { file: `shared/contracts/${area}.ts`, rule, message: `nobody serves it: write ${routes}, or delete it` },
  ];
}

async function strayPermissions(root: string, areas: readonly string[]): Promise<Breach[]> {
  const source = await findSource(root, 'shared/permissions.ts');
  if (!source) return [];
  return literalsOf(source, 'permissions')
    .filter(({ text }) => !areas.includes(text.split('.')[0] ?? ''))
    .map(({ text, line }) => ({
      file: source.file,
      line,
      rule,
      message: `"${text}" begins with no area of the server: a permission is <area>.<verb>`,
    }));
}
