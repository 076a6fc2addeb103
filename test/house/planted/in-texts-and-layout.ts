import { freeze } from '../made-tree.ts';
import { edit, type Planted } from './plant.ts';

const page = 'client/src/areas/accounts/Page.tsx';
const nl = 'client/src/texts/nl/jobs.ts';
const en = 'client/src/texts/en/jobs.ts';
const texts: Planted[] = [
  [`texts-complete ${en}:2`, 'a text without its translation', edit(nl, `queued: 'Wacht', `, '')],
  [`texts-complete ${nl}:2`, 'a translation of nothing', edit(nl, 'queued:', `new: 'Nieuw', queued:`)],
  [
    `texts-complete ${nl}:4`,
    'a placeholder lost in translation',
    edit(nl, '{{name}}: {{count}} taken', '{{count}} taken'),
  ],
  [
    `texts-complete ${en}:2`,
    'a text that counts in one form only',
    { ...edit(en, 'Waits', '{{count}} wait'), ...edit(nl, 'Wacht', '{{count}} wachten') },
  ],
  [
    `texts-complete ${en}:3`,
    'a text that counts without a form for one',
    {
      ...edit(en, `  found_one: '{{count}} job of {{name}}',\n`, ''),
      ...edit(nl, `  found_one: '{{name}}: {{count}} taak',\n`, ''),
    },
  ],
  [`texts-complete ${nl}:2`, 'an empty translation', edit(nl, 'Klaar', '')],
  [`texts-complete ${nl}:2`, 'a text that is made up', edit(nl, 'queued:', '...made(), queued:')],
  [
    'texts-complete shared/errors.ts:1',
    'an error without words',
    edit('shared/errors.ts', '{ status: 503 }', '1, newer: 2'),
  ],
  [
    'texts-complete shared/permissions.ts:2',
    'a role without words',
    edit('shared/permissions.ts', `'admin'`, `'admin', 'crm'`),
  ],
  [
    `texts-used ${page}:5`,
    'a key without a text',
    edit(page, `<Button label={t('title')}`, `<Button label={t('title') + t('titel')}`),
  ],
  [`texts-used ${en}:2`, 'a text that nobody says', edit(page, `'jobs:state.done'`, `'jobs'`)],
  [
    `texts-used ${page}:6`,
    'a family without a text',
    edit(page, '{t(`problem', `{t(\`fault.\${code}\`)} {t(\`problem`),
  ],
  [`no-literal-text ${page}:7`, 'words between tags', edit(page, '{permissions', 'May: {permissions')],
  [`no-literal-text ${page}:6`, 'words in braces', edit(page, `{' '}`, `{many && 'many'}`)],
  [
    'no-literal-text client/src/ui/Button.tsx:1',
    'words in an attribute',
    edit('client/src/ui/Button.tsx', '{label} type', '"Go" type'),
  ],
];

const layout: Planted[] = [
  [
    'frozen-imports migrations/0001-first.ts:1',
    'the product in a migration',
    {
      'migrations/0001-first.ts': `import '../shared/errors.ts';`,
      'migrations/frozen.json': freeze(`import '../shared/errors.ts';`),
    },
  ],
  ['frozen-migrations migrations:', 'a changed migration', edit('migrations/0001-first.ts', 'sql(', 'sql( ')],
  [
    'frozen-migrations migrations:',
    'a new migration that is not frozen',
    { 'migrations/0002-second.ts': '' },
  ],
  [
    'file-sizes server/platform/long.ts:',
    'a file of 301 lines',
    { 'server/platform/long.ts': '\n'.repeat(301) },
  ],
  [
    'routes-and-contracts server/places/places.routes.ts:',
    'routes without a contract',
    { 'server/places/places.routes.ts': '' },
  ],
  [
    'routes-and-contracts shared/contracts/places.ts:',
    'a contract without routes',
    { 'shared/contracts/places.ts': '' },
  ],
  [
    'routes-and-contracts server/jobs/other.routes.ts:',
    'routes with another name',
    { 'server/jobs/other.routes.ts': '' },
  ],
  [
    'routes-and-contracts shared/permissions.ts:1',
    'a permission of no area',
    {
      ...edit('shared/permissions.ts', `'jobs.cancel'`, `'jobs.cancel', 'garden.dig'`),
      ...edit(
        'client/src/texts/en/common.ts',
        `jobs: { cancel: 'stop' }`,
        `jobs: { cancel: 'stop' }, garden: { dig: 'dig' }`,
      ),
      ...edit(
        'client/src/texts/nl/common.ts',
        `jobs: { cancel: 'stoppen' }`,
        `jobs: { cancel: 'stoppen' }, garden: { dig: 'graven' }`,
      ),
    },
  ],
  ['package-versions package.json:3', 'a range of versions', edit('package.json', '4.6.7', '^4.6.7')],
  [
    'package-versions package.json:3',
    'a package in no decision',
    edit('package.json', '"zod": "4', '"schemas": "4'),
  ],
];

export const inTextsAndLayout: readonly Planted[] = [...texts, ...layout];
