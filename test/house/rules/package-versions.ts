import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Breach } from '../breach.ts';
import { filesBelow } from '../source/files.ts';

const rule = 'package-versions';
const exact = /^\d+\.\d+\.\d+(-[\w.-]+)?$/;

type Packages = Record<string, string>;

interface Manifest {
  dependencies?: Packages;
  devDependencies?: Packages;
  optionalDependencies?: Packages;
}

/** Versions are exact, and every direct dependency is named in a decision: somebody has said what it is for. */
export async function packageVersions(root: string): Promise<Breach[]> {
  const text = await readFile(join(root, 'package.json'), 'utf8');
  const manifest: Manifest = JSON.parse(text);
  const named = await namesInDecisions(root);
  const packages = [manifest.dependencies, manifest.devDependencies, manifest.optionalDependencies];
  return packages.flatMap((group = {}) =>
    Object.entries(group).flatMap(([name, version]) => breachesOf(name, version, named, lineOf(text, name))),
  );
}

function breachesOf(name: string, version: string, named: ReadonlySet<string>, line: number): Breach[] {
  const at = (message: string): Breach => ({ file: 'package.json', line, rule, message });
  return [
    ...(exact.test(version)
      ? []
      : [at(`${name} "${version}" is not one version: name it exactly, as 1.2.3`)]),
    ...(isNamed(name, named)
      ? []
      : [at(`${name} is in no decision: say in docs/decisions/*.md, as \`${name}\`, what it is for`)]),
  ];
}

function lineOf(text: string, name: string): number {
  return text.slice(0, text.indexOf(`"${name}":`)).split('\n').length;
}

/** What stands in code quotes or in the first column of a table: `pg`, or `@types/*` for a family. */
async function namesInDecisions(root: string): Promise<Set<string>> {
  const files = (await filesBelow(root, 'docs/decisions')).filter((file) => file.endsWith('.md'));
  const texts = await Promise.all(files.map((file) => readFile(join(root, file), 'utf8')));
  const quoted = texts.flatMap((text) => [...text.matchAll(/`([^`\n]+)`/g)]);
  const cells = texts.flatMap((text) => [...text.matchAll(/^\|([^|\n]+)\|/gm)]);
  const names = [...quoted, ...cells].flatMap((match) => match[1]?.split(',') ?? []);
  return new Set(names.map((name) => name.replaceAll('`', '').trim()));
}

function isNamed(name: string, named: ReadonlySet<string>): boolean {
  if (named.has(name)) return true;
  return [...named].some((family) => /^@?[\w-]+[/-]\*$/.test(family) && name.startsWith(family.slice(0, -1)));
}
