import { writeFile } from 'node:fs/promises';
import { migrateDatabase } from '../../server/platform/db/migrate.ts';
import { describeDatabase, inRepository, migrationsFolder } from './describe-database.ts';
import { freezeMigrations } from './frozen-migrations.ts';
import { startThrowawayPostgres } from './throwaway-postgres.ts';

// `npm run schema`: writes what the migrations make of an empty database, and freezes new migrations.
// `npm run schema -- --amend` takes on a change to the newest migration, right only while no release has it.
const postgres = await startThrowawayPostgres();
try {
  await migrateDatabase({ owner: postgres.owner });
  const texts = await describeDatabase(postgres.owner);
  await freezeMigrations(migrationsFolder, { amend: process.argv.includes('--amend') });
  for (const [file, text] of Object.entries(texts)) {
    await writeFile(inRepository(file), text);
    console.log(`wrote ${file}`);
  }
} finally {
  await postgres.throwAway();
}
