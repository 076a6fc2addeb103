import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Breach } from '../breach.ts';

const folders = ['.ci', '.github', 'client', 'docs', 'migrations', 'server', 'shared', 'test'];
const files = [
  '.dockerignore',
  '.editorconfig',
  '.gitattributes',
  '.gitignore',
  '.node-version',
  '.npmrc',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'Dockerfile',
  'LICENSE',
  'NOTICE',
  'README.md',
  'SECURITY.md',
  'biome.json',
  'docker-compose.yml',
  'knip.json',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
  'vitest.config.ts',
];
const allowed: ReadonlySet<string> = new Set([...folders, ...files]);

/** The first page of the repository stays readable: what is not on the list belongs into a folder. */
export async function topLevel(root: string): Promise<Breach[]> {
  const entries = new Set((await filesOfRepository(root)).map((file) => file.split('/')[0] ?? file));
  return [...entries]
    .filter((entry) => !allowed.has(entry))
    .map((entry) => ({
      file: entry,
      rule: 'top-level',
      message: 'is not among the entries of the top level: move it into a folder, or ignore it in .gitignore',
    }));
}

/** What is tracked, and what would be with the next `git add .`; nothing outside of a repository. */
async function filesOfRepository(root: string): Promise<string[]> {
  const listing = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  try {
    const { stdout } = await promisify(execFile)('git', listing, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
    return stdout.split('\0').filter((file) => file !== '');
  } catch {
    // An unpacked release has no history, and no git is needed to build from one.
    return [];
  }
}
