import type { SystemView } from '../../shared/contracts/system.ts';
import type { Context } from '../platform/context.ts';
import { listMigrations } from '../platform/db/migrate.ts';
import { isWorkLed } from '../platform/jobs/leader.ts';
import { listPackages } from './list-packages.ts';
import { getPostgresVersion, hasStrayEvents, listAppliedMigrations } from './system.queries.ts';

type Health = SystemView['health'];

/** What is well and what is not; never throws, so that a page can say it. */
export async function checkHealth({ db }: Context): Promise<Health> {
  let applied: string[] | undefined;
  try {
    applied = await listAppliedMigrations(db);
  } catch {
    applied = undefined;
  }
  const known = await listMigrations();
  return [
    { part: 'database', well: applied !== undefined },
    { part: 'migrations', well: applied !== undefined && known.every((name) => applied.includes(name)) },
    { part: 'events', well: applied !== undefined && !(await hasStrayEvents(db).catch(() => true)) },
    { part: 'jobs', well: applied !== undefined && (await isWorkLed(db)) },
  ];
}

export async function getSystem(context: Context): Promise<SystemView> {
  const { version, database } = context.product;
  return {
    version,
    node: process.versions.node,
    postgres: await getPostgresVersion(context.db),
    database,
    health: await checkHealth(context),
    licence: 'Apache-2.0',
    packages: await listPackages(),
  };
}
