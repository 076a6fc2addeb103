/** A process that migrates the database named on its command line, and may be killed in the middle. */
import type { Connection } from '../../server/platform/db/database.ts';
import { migrateDatabase } from '../../server/platform/db/migrate.ts';

const owner = JSON.parse(process.argv[2] ?? '') as Connection;
process.stdout.write('begins\n');
await migrateDatabase({ owner });
process.stdout.write('done\n');
