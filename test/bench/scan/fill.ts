import pg from 'pg';
import { addUser, findUserByEmail } from '../../../server/accounts/accounts.service.ts';
import { openSession } from '../../../server/accounts/sign-in.ts';
import { systemClock } from '../../../server/platform/clock.ts';
import type { Context } from '../../../server/platform/context.ts';
import { type Connection, openDatabase, openPool } from '../../../server/platform/db/database.ts';
import { migrateDatabase } from '../../../server/platform/db/migrate.ts';
import { JobQueue } from '../../../server/platform/jobs/job-queue.ts';
import { silentLog } from '../../../server/platform/log.ts';
import { prepareAreas } from '../../../server/prepare-areas.ts';
import { productVersion } from '../../../server/product.ts';
import type { Code } from '../../../shared/codes/code.ts';
import { fillCustomers } from '../lookup/fill-customers.ts';
import { issueMailing, mailPapers, papersInBox } from '../lookup/fill-papers.ts';
import { fillPlaces } from '../lookup/fill-places.ts';
import { loadSteps } from '../lookup/process-steps.ts';

/** What the load needs to know of the database. */
export interface Filled {
  /** In the order in which they were issued: all are mailed, none has come back. */
  codes: Code[];
  boxes: Code[];
  /** A session each of somebody of the mailroom. */
  cookies: string[];
}

const mailingSize = 10_000;
const clerks = 32;

/** Coupons that have been issued and mailed (two events each), boxes for them, and clerks with sessions. */
export async function fill(
  owner: Connection,
  documents: number,
  say: (line: string) => void,
): Promise<Filled> {
  const application = await migrateDatabase({ owner });
  const pool = openPool({ connection: application, size: 4, name: 'spoor bench fill', log: silentLog });
  const context: Context = {
    db: openDatabase(pool),
    clock: systemClock,
    log: silentLog,
    jobs: new JobQueue(systemClock),
    product: { version: productVersion, database: 'embedded' },
  };
  const maintenance = new pg.Client(owner);
  await maintenance.connect();
  try {
    await prepareAreas(context, {});
    const cookies = await signClerksIn(context);
    const account = { email: 'fill@example.org', name: 'Filler of the bench', roles: ['records' as const] };
    const { id: byUser } = await addUser(context, account);
    const customers = await fillCustomers(context.db, Math.max(mailingSize, documents / 20), new Date());
    const boxes = await fillPlaces(context.db, documents / papersInBox, { now: new Date(), byUser });
    const ids = customers.map(({ id }) => id);
    say(`${customers.length} customers, ${boxes.length} boxes`);
    const codes = await fillPapers(context, documents, ids, byUser, async () => {
      await maintenance.query('vacuum (analyze) documents, mailings');
    });
    await maintenance.query('vacuum (analyze)');
    say(`${codes.length} documents with two events each`);
    return { codes, boxes, cookies };
  } finally {
    await maintenance.end();
    await pool.end();
  }
}

async function fillPapers(
  context: Context,
  documents: number,
  customers: readonly string[],
  byUser: string,
  vacuum: () => Promise<void>,
): Promise<Code[]> {
  const coupon = (await loadSteps(context)).find(({ key }) => key === 'coupon');
  if (!coupon) throw new Error('there is no coupon');
  const issuedAt = new Date(Date.now() - 20 * 86_400_000);
  const codes: Code[] = [];
  for (let index = 0; codes.length < documents; index += 1) {
    const size = Math.min(mailingSize, documents - codes.length);
    const first = (index * mailingSize) % (customers.length - size + 1);
    const issued = await issueMailing(context, coupon, {
      name: `Mailing ${index + 1}`,
      customers: customers.slice(first, first + size),
      issuedAt,
      byUser,
    });
    codes.push(...issued.codes);
    await mailPapers(context.db, issued.mailing, byUser);
    // As Postgres does by itself when a fifth has changed, and before it plans with figures of an empty table.
    if (index % 10 === 0) await vacuum();
  }
  return codes;
}

/** Sessions as signing in makes them, without the second that hashing a password takes. */
async function signClerksIn(context: Context): Promise<string[]> {
  const from = {
    requestId: '',
    ip: '127.0.0.1',
    userAgent: 'bench',
    secure: false,
    language: 'en' as const,
    requestKey: undefined,
    baseUrl: '',
  };
  const cookies: string[] = [];
  for (let clerk = 1; clerk <= clerks; clerk += 1) {
    const email = `clerk${clerk}@example.org`;
    await addUser(context, { email, name: `Clerk ${clerk} of the bench`, roles: ['mailroom'] });
    const user = await findUserByEmail(context.db, email);
    if (!user) throw new Error('a clerk was added who is not there');
    const open = context.db.transaction().execute((tx) => openSession(context, tx, user, 'password', from));
    cookies.push(`spoor_session=${(await open).token}`);
  }
  return cookies;
}
