import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export type Files = Readonly<Record<string, string>>;

/** Writes the files into a folder of their own, which goes away after the test. */
export async function makeTree(files: Files): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'spoor-house-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await addFiles(root, files);
  return root;
}

export async function addFiles(root: string, files: Files): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
}

const migration = `import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
export const up = () => sql(randomUUID());
`;

/** A list of frozen migrations with the one that there is. */
export function freeze(text: string): string {
  return JSON.stringify({ '0001-first.ts': createHash('sha256').update(text).digest('hex') });
}

/** A house in little in which every rule is kept: two areas, one above the other, and their screens. */
export const healthy: Files = {
  'package.json': `{
  "dependencies": {
    "zod": "4.6.7"
  },
  "devDependencies": {
    "@types/node": "24.19.2"
  }
}
`,
  'docs/decisions/0001-stack.md':
    '| package | why |\n|---|---|\n| pg, zod | schemas |\n\nTypes are of others (`@types/*`).\n',
  'shared/permissions.ts': `export const permissions = ['accounts.read', 'jobs.cancel'] as const;
export const roles = ['admin'] as const;
`,
  'shared/errors.ts': `export const problems = { 'not-found': { status: 404 }, unavailable: { status: 503 } } as const satisfies object;
`,
  'shared/contracts/fields.ts': `export const languages = ['en', 'nl'] as const;\n`,
  'shared/contracts/accounts.ts': `import { z } from 'zod';
import { permissions } from '../permissions.ts';
export const accounts = { permission: z.enum(permissions), locale: new Intl.Locale('nl') };
export function nameOf(document: { title: string }, copy = structuredClone(document)): Readonly<string> {
  return copy.title + document.title;
}
`,
  'shared/contracts/jobs.ts': `export const jobStates = ['queued', 'done'] as const;\n`,
  'server/app.ts': `import { routes } from './accounts/accounts.routes.ts';
import { all } from './jobs/jobs.queries.ts';
export const app = [routes, all];
`,
  'server/platform/clock.ts': 'export const now = () => new Date();\n',
  'server/accounts/accounts.routes.ts': `import { find } from './accounts.service.ts';\nexport const routes = [find];\n`,
  'server/accounts/accounts.service.ts': `import { now } from '../platform/clock.ts';
import { select } from './accounts.queries.ts';
import { isOver } from './accounts.rules.ts';
export const find = () => isOver(select(), now());
`,
  'server/accounts/accounts.queries.ts': `import { sql } from 'kysely';\nexport const select = () => new Date(String(sql));\n`,
  'server/accounts/accounts.rules.ts': `import type { Row } from './accounts.queries.ts';
import { permissions } from '../../shared/permissions.ts';
export const isOver = (end: Date, now: Date): boolean => new Date(end).getTime() < Math.max(now.getTime(), permissions.length);
export type { Row };
`,
  'server/jobs/jobs.routes.ts': `import { list } from './jobs.service.ts';\nexport const routes = [list];\n`,
  'server/jobs/jobs.service.ts': `import { find } from '../accounts/accounts.service.ts';
import { all } from './jobs.queries.ts';
export const list = () => [find(), all()];
`,
  'server/jobs/jobs.queries.ts': 'export const all = () => [];\n',
  'migrations/0001-first.ts': migration,
  'migrations/frozen.json': freeze(migration),
  'client/src/texts/en/common.ts': `export const common = {
  title: 'Spoor',
  problem: { 'not-found': 'Not found', unavailable: 'Gone ' + 'for now' },
  permission: { accounts: { read: 'see' }, jobs: { cancel: 'stop' } },
  role: { admin: 'Administrator' },
  language: { en: 'English', nl: 'Nederlands' },
};
`,
  'client/src/texts/nl/common.ts': `import type { common as english } from '../en/common.ts';
export const common: typeof english = {
  title: 'Spoor',
  problem: { 'not-found': 'Niet gevonden', unavailable: 'Even weg' },
  permission: { accounts: { read: 'zien' }, jobs: { cancel: 'stoppen' } },
  role: { admin: 'Beheerder' },
  language: { en: 'English', nl: 'Nederlands' },
};
`,
  'client/src/texts/en/jobs.ts': `export const jobs = {
  state: { queued: 'Waits', done: 'Done' },
  found_one: '{{count}} job of {{name}}',
  found_other: '{{count}} jobs of {{name}}',
};
`,
  'client/src/texts/nl/jobs.ts': `export const jobs = {
  state: { queued: 'Wacht', done: 'Klaar' },
  found_one: '{{name}}: {{count}} taak',
  found_other: '{{name}}: {{count}} taken',
};
`,
  'client/src/areas/accounts/Page.tsx': `import { Button } from '../../ui/Button.tsx';
import { permissions } from '../../../../shared/permissions.ts';
const inMenu = { name: 'jobs:state.done' };
export const Page = ({ t, code, many }) => (
  <Button label={t('title')} value={inMenu.name}>
    {t(\`problem.\${code}\`)} · {t(many ? 'found' : 'jobs:state.queued', { count: 1 })} {' '}
    {permissions.map((permission) => t(\`permission.\${permission}\`))}
    {t(\`role.\${code}\`) + t(\`language.\${code}\`)}
  </Button>
);
`,
  'client/src/areas/jobs/Page.tsx': `export const Page = () => <p className="page">1</p>;\n`,
  'client/src/ui/Button.tsx': `export const Button = ({ label }) => <button title={label} type="button">{label}</button>;\n`,
};
