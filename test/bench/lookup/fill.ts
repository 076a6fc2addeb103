import { sql } from 'kysely';
import pg from 'pg';
import { addUser } from '../../../server/accounts/accounts.service.ts';
import { makeChance } from '../../../server/example/chance.ts';
import { systemClock } from '../../../server/platform/clock.ts';
import type { Context } from '../../../server/platform/context.ts';
import { type Connection, openDatabase, openPool } from '../../../server/platform/db/database.ts';
import { JobQueue } from '../../../server/platform/jobs/job-queue.ts';
import { silentLog } from '../../../server/platform/log.ts';
import { prepareAreas } from '../../../server/prepare-areas.ts';
import { productVersion } from '../../../server/product.ts';
import type { Code } from '../../../shared/codes/code.ts';
import { type Customer, fillCustomers } from './fill-customers.ts';
import { issueMailing, type Mailing, mailPapers, papersInBox, returnPapers } from './fill-papers.ts';
import { fillPlaces } from './fill-places.ts';
import { loadSteps } from './process-steps.ts';

/** What is in the database, as far as requests are made of it. */
export interface Filled {
  customers: Customer[];
  codes: Code[];
}

interface Databases {
  owner: Connection;
  application: Connection;
}

const daysOfMailings = 150;
/** Mailings of which papers are still out when the next one goes. */
const out = 3;

/** Customers, places, and papers with three events each, written in the order in which they would have been in life. */
export async function fill(
  { owner, application }: Databases,
  documents: number,
  say: (line: string) => void,
): Promise<Filled> {
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
  const vacuum = (what: string) => maintenance.query(`vacuum (analyze) ${what}`);
  try {
    await prepareAreas(context, {});
    const account = { email: 'fill@example.org', name: 'Filler of the bench', roles: ['records' as const] };
    const { id: byUser } = await addUser(context, account);
    const customers = await fillCustomers(context.db, Math.ceil(documents * 0.3), systemClock.now());
    say(`${customers.length} customers`);
    const boxes = await fillPlaces(context.db, documents / papersInBox, { now: systemClock.now(), byUser });
    say(`${boxes.length} boxes`);
    const codes = await fillPapers(context, { documents, customers, boxes, byUser, vacuum });
    await vacuum('');
    say(`${codes.length} documents with three events each`);
    return { customers, codes };
  } finally {
    await maintenance.end();
    await pool.end();
  }
}

interface Papers {
  documents: number;
  customers: readonly Customer[];
  boxes: readonly Code[];
  byUser: string;
  vacuum(what: string): Promise<unknown>;
}

/** Mailings of 10,000, each mailed before the next is issued and back after some more. */
async function fillPapers(
  context: Context,
  { documents, customers, boxes, byUser, vacuum }: Papers,
): Promise<Code[]> {
  const steps = await loadSteps(context);
  const size = Math.min(10_000, Math.ceil(documents / 10));
  const count = Math.ceil(documents / size);
  const chance = makeChance(10_000);
  const start = systemClock.now().getTime() - (daysOfMailings + 60) * 86_400_000;
  await sql`select make_event_partitions(${new Date(start)}::date, 9)`.execute(context.db);
  await sql`insert into stations (name) values ('Mailroom 1')`.execute(context.db);
  const boxesFor = (index: number) => shareOf(boxes, index, count);
  const codes: Code[] = [];
  const mailings: Mailing[] = [];
  for (let index = 0; index < count + out; index += 1) {
    const step = steps[index % steps.length];
    if (step && index < count) {
      const issued = await issueMailing(context, step, {
        name: `Mailing ${index + 1}`,
        customers: pickCustomers(customers, size, chance),
        issuedAt: new Date(start + (index / count) * daysOfMailings * 86_400_000),
        byUser,
      });
      codes.push(...issued.codes);
      mailings.push(issued.mailing);
      await mailPapers(context.db, issued.mailing, byUser);
    }
    const back = mailings[index - out];
    if (back) await returnPapers(context.db, back, boxesFor(index - out), byUser);
    // As Postgres does by itself when a fifth has changed, and before it plans with figures of an empty table.
    if (index % 10 === 0) await vacuum('documents, mailings');
  }
  return codes;
}

/** The boxes that the papers of one mailing go into, as many as their share of all. */
function shareOf(boxes: readonly Code[], index: number, count: number): Code[] {
  const at = (part: number) => Math.floor((part / count) * boxes.length);
  const share = boxes.slice(at(index), at(index + 1));
  return share.length > 0 ? share : boxes.slice(0, 1);
}

/** Other customers for each mailing, in steps through all of them, so that nobody gets two papers of one mailing. */
function pickCustomers(
  customers: readonly Customer[],
  size: number,
  chance: ReturnType<typeof makeChance>,
): string[] {
  const first = chance.below(customers.length);
  let stride = 1 + chance.below(customers.length - 1);
  while (commonDivisor(stride, customers.length) > 1) stride += 1;
  return Array.from({ length: size }, (_, index) => {
    const customer = customers[(first + index * stride) % customers.length];
    if (!customer) throw new Error('there are no customers');
    return customer.id;
  });
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
