import { healthy } from '../made-tree.ts';
import { edit, type Planted } from './plant.ts';

const service = 'server/jobs/jobs.service.ts';
const rules = 'server/accounts/accounts.rules.ts';
const contract = 'shared/contracts/jobs.ts';
const page = 'client/src/areas/accounts/Page.tsx';

const directions: Planted[] = [
  ['server/gardening:', 'an area that is in no layer', { 'server/gardening/tool.ts': '' }],
  [`${service}:1`, "another area's queries", edit(service, 'accounts.service', 'accounts.queries')],
  [`${service}:1`, "another area's types", { [service]: `import type { Row } from '../accounts/row.ts';` }],
  [
    'server/accounts/new.ts:1',
    'a higher area',
    { 'server/accounts/new.ts': `await import('../jobs/jobs.service.ts');` },
  ],
  [
    'server/system/new.ts:1',
    'an area beside',
    { 'server/system/new.ts': `export * from '../jobs/jobs.service.ts';` },
  ],
  [
    'server/platform/x.ts:1',
    'an area, from the platform',
    { 'server/platform/x.ts': `import '../jobs/jobs.service.ts';` },
  ],
  [
    'server/jobs/jobs.routes.ts:2',
    'queries, from routes',
    { 'server/jobs/jobs.routes.ts': `\nimport './jobs.queries.ts';` },
  ],
  [
    'server/jobs/jobs.routes.ts:1',
    'kysely, from routes',
    { 'server/jobs/jobs.routes.ts': `import 'kysely';` },
  ],
  [
    'server/jobs/jobs.queries.ts:1',
    'the service, from queries',
    { 'server/jobs/jobs.queries.ts': `import './jobs.service.ts';` },
  ],
  [
    'server/jobs/stop-job.ts:1',
    'routes, from below',
    { 'server/jobs/stop-job.ts': `import './jobs.routes.ts';` },
  ],
  ['server/jobs/stop-job.ts:1', 'the top, from below', { 'server/jobs/stop-job.ts': `import '../app.ts';` }],
].map(([at, what, changed]) => [`import-directions ${at}`, `importing ${what}`, changed] as Planted);

const pure: Planted[] = [
  ['1', 'imports of a query', edit(rules, 'import type', 'import')],
  ['2', 'imports of a package', edit(rules, '../../shared/permissions.ts', 'node:crypto')],
  ['5', 'the clock', { [rules]: `${healthy[rules]}const at = Date.now();` }],
  ['5', 'a new Date of now', { [rules]: `${healthy[rules]}const at = new Date();` }],
  ['5', 'chance', { [rules]: `${healthy[rules]}const at = Math.random();` }],
  ['5', 'the environment', { [rules]: `${healthy[rules]}const at = process.env;` }],
  ['5', 'random ids', { [rules]: `${healthy[rules]}const at = crypto.randomUUID();` }],
  ['5', 'timers', { [rules]: `${healthy[rules]}setTimeout(isOver, 1);` }],
  ['5', 'the network', { [rules]: `${healthy[rules]}const at = fetch('/');` }],
].map(([line, what, changed]) => [`pure-rules ${rules}:${line}`, `${what} in rules`, changed] as Planted);

const shared: Planted[] = [
  ['2', 'a package', `import 'kysely';`],
  ['2', 'the server', `import { now } from '../../server/platform/clock.ts';`],
  ['2', 'a type of Node', 'export type A = Buffer;'],
  ['2', 'the page', 'export const a = (window: string) => window + document.title;'],
  ['2', 'a timer', 'export const a = { process: setTimeout };'],
  ['2', 'the console', 'console.log(1);'],
].map(([line, what, code]) => [
  `shared-is-free ${contract}:${line}`,
  `${what} in shared/`,
  { [contract]: `${healthy[contract]}${code}` },
]);

const client: Planted[] = [
  [`${page}:1`, "another area's page", `import { Page as Other } from '../jobs/Page.tsx';`],
  [`${page}:1`, 'the server', `import { now } from '../../../../server/platform/clock.ts';`],
  [`${page}:1`, 'Node', `import { join } from 'node:path';`],
].map(([at, what, code]) => [
  `client-areas-apart ${at}`,
  `${what} in the client's area`,
  { [page]: `${code}${healthy[page]}` },
]);
client.push(
  [
    'client-areas-apart client/src/ui/Button.tsx:1',
    'a contract in ui/',
    { 'client/src/ui/Button.tsx': `import type { jobStates } from '../../../shared/contracts/jobs.ts';` },
  ],
  [
    'client-areas-apart server/platform/clock.ts:1',
    'the client in the server',
    { 'server/platform/clock.ts': `import type { Page } from '../../client/src/areas/jobs/Page.tsx';` },
  ],
);

export const inCode: readonly Planted[] = [...directions, ...pure, ...shared, ...client];
