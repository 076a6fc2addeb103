import { codeKind } from '../../shared/codes/code.ts';
import type { BodyOf, ReplyOf } from '../../shared/contracts/endpoint.ts';
import type { SentScan, scanning } from '../../shared/contracts/scanning.ts';
import type { Context } from '../platform/context.ts';
import type { Database } from '../platform/db/database.ts';
import type { Actor, Origin } from '../platform/http/actor.ts';
import { getKeptCommands } from '../processes/processes.service.ts';
import { type Booked, bookPapers } from './book-papers.ts';
import { bookPlace } from './book-place.ts';
import { type Answered, presentScans } from './present-scans.ts';
import { insertRefusals } from './refusals.queries.ts';
import { problemOf } from './scan.rules.ts';
import type { Scan } from './scan.ts';
import { ScanQueue } from './scan-queue.ts';
import { getStation } from './stations.ts';
import { type Sender, type Taken, type TurnedDown, takeScan } from './take-scans.ts';

/** One queue for each database, since tests have several in one process. */
const queues = new WeakMap<Database, ScanQueue<Booked>>();

function queueOf(context: Context): ScanQueue<Booked> {
  const present = queues.get(context.db);
  if (present) return present;
  const queue = new ScanQueue((scans) => bookBatch(context, scans));
  queues.set(context.db, queue);
  return queue;
}

/**
 * Books scans: decides each, writes what came of it and answers when all of it is kept for good. Where the database
 * goes away amid it this throws, and whatever was booked by then gets its first reply when the scans are sent again.
 */
export async function bookScans(
  context: Context,
  actor: Actor,
  origin: Origin,
  { station, sentAt, scans }: BodyOf<typeof scanning.book>,
): Promise<ReplyOf<typeof scanning.book>> {
  const { db, clock } = context;
  const sender: Sender = {
    byUser: actor.userId,
    stationId: await getStation(db, station),
    sentAt: new Date(sentAt),
    receivedAt: clock.now(),
  };
  const taken = await takeScans(db, scans, sender);
  const recognised = taken.flatMap((each) => ('scan' in each ? each.scan : []));
  const turnedDown = taken.flatMap((each) => ('turnedDown' in each ? each.turnedDown : []));
  const [booked] = await Promise.all([queueOf(context).add(recognised), noteTurnedDown(context, turnedDown)]);
  const byScan = new Map(booked.map((each) => [each.scan, each]));
  const answered = taken.map((each, index): Answered => {
    const id = scans[index]?.id ?? '';
    if ('turnedDown' in each) return { id, outcome: each.turnedDown.outcome, paper: undefined };
    return { ...(byScan.get(each.scan) as Booked), id };
  });
  return { results: await presentScans(context, answered, origin.language) };
}

/** A moment that is not known yet may have been made a moment ago. */
async function takeScans(db: Database, scans: readonly SentScan[], sender: Sender): Promise<Taken[]> {
  const take = async (fresh: boolean) => {
    const commands = await getKeptCommands(db, fresh);
    return scans.map((scan) => takeScan(scan, sender, commands));
  };
  const taken = await take(false);
  return taken.some((each) => 'scan' in each && each.scan.moment === null) ? take(true) : taken;
}

async function bookBatch(context: Context, scans: readonly Scan[]): Promise<Booked[]> {
  const isPaper = ({ code }: Scan) => codeKind(code) === 'document';
  const booked = new Map<Scan, Booked>();
  for (const each of await bookPapers(context, scans.filter(isPaper))) booked.set(each.scan, each);
  for (const scan of scans) {
    if (!isPaper(scan)) booked.set(scan, await bookPlace(context, scan));
  }
  return scans.map((scan) => booked.get(scan) as Booked);
}

async function noteTurnedDown({ db, clock }: Context, turnedDown: readonly TurnedDown[]): Promise<void> {
  const recordedAt = clock.now();
  const refusals = turnedDown.map(({ id: _sent, outcome, ...scan }) => ({
    ...scan,
    outcome: outcome.outcome,
    problem: problemOf(outcome) ?? ('code-unknown' as const),
    recordedAt,
  }));
  await insertRefusals(db, refusals);
}
