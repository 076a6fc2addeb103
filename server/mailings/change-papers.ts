import { z } from 'zod';
import {
  type DecidedChange,
  type DocumentState,
  decideCancelled,
  decideMailed,
  listOfMailing,
  writeChanges,
} from '../documents/documents.service.ts';
import type { Context } from '../platform/context.ts';
import type { Queries } from '../platform/db/database.ts';
import { inTransaction } from '../platform/db/in-transaction.ts';
import { jobKind } from '../platform/jobs/job-kind.ts';
import { getCommands, getProcess } from '../processes/processes.service.ts';
import { findMailing } from './mailings.queries.ts';

/** Papers a transaction, as when they are issued. */
const chunk = 1_000;

interface Errand {
  mailingId: string;
  userId: string | undefined;
  /** When it happened in the world. */
  happenedAt: Date;
}

/** Marks all papers of a large mailing as mailed. Taken up again it goes on: what is mailed stays as it is. */
export const markMailedJob = jobKind({
  kind: 'mailings.mark-mailed',
  input: z.strictObject({ mailingId: z.uuid(), userId: z.uuid(), at: z.iso.datetime({ offset: true }) }),
  tries: 20,
  async work({ context, input: { mailingId, userId, at }, progress }) {
    const errand = { mailingId, userId, happenedAt: new Date(at) };
    return overAllPapers(context, errand, markPapersMailed, progress);
  },
});

/** Makes the papers of a cancelled mailing void. */
export const cancelPapersJob = jobKind({
  kind: 'mailings.cancel',
  input: z.strictObject({ mailingId: z.uuid(), userId: z.uuid().nullable() }),
  tries: 20,
  async work({ context, input: { mailingId, userId }, progress }) {
    const errand = { mailingId, userId: userId ?? undefined, happenedAt: context.clock.now() };
    return overAllPapers(context, errand, cancelPapers, progress);
  },
});

type Step = (
  context: Context,
  tx: Queries,
  errand: Errand,
  papers: readonly DocumentState[],
) => Promise<void>;

async function overAllPapers(
  context: Context,
  errand: Errand,
  step: Step,
  progress: (done: number, total?: number) => Promise<void>,
): Promise<{ mailing: string; documents: number }> {
  const total = (await findMailing(context.db, errand.mailingId))?.issued ?? 0;
  let after = 0;
  for (;;) {
    const papers = await changeNextPapers(context, context.db, errand, step, after, chunk);
    after = papers.at(-1)?.runNumber ?? after;
    await progress(after, total);
    if (papers.length < chunk) return { mailing: errand.mailingId, documents: after };
  }
}

/** Papers after a run number, changed in a transaction of their own unless the caller is in one. Returns them. */
export async function changeNextPapers(
  context: Context,
  db: Queries,
  errand: Errand,
  step: Step,
  after: number,
  limit: number,
): Promise<DocumentState[]> {
  const read = await listOfMailing(db, errand.mailingId, {}, { after, limit });
  const papers = read.slice(0, limit);
  if (db.isTransaction) await step(context, db, errand, papers);
  else await inTransaction(context.db, (tx) => step(context, tx, errand, papers));
  return papers;
}

export const markPapersMailed: Step = async (context, tx, errand, papers) => {
  const { codeOf } = await getCommands(tx);
  const momentCode = codeOf.get('mailed');
  const decide = async (state: DocumentState) => {
    const { process } = await getProcess(context, state.processId);
    return decideMailed(state, process);
  };
  await writeDecided(context, tx, errand, papers, decide, momentCode);
};

export const cancelPapers: Step = (context, tx, errand, papers) =>
  writeDecided(context, tx, errand, papers, async (state) => decideCancelled(state), undefined);

type Decide = (state: DocumentState) => Promise<ReturnType<typeof decideMailed>>;

/** Writes what is decided for each paper; where somebody was faster, decides again on what is there now. */
async function writeDecided(
  context: Context,
  tx: Queries,
  { mailingId, userId, happenedAt }: Errand,
  papers: readonly DocumentState[],
  decide: Decide,
  momentCode: Parameters<typeof writeChanges>[2]['momentCode'],
): Promise<void> {
  let open = papers;
  while (open.length > 0) {
    const decided: DecidedChange[] = [];
    for (const before of open) {
      const decision = await decide(before);
      if (decision.outcome === 'booked') decided.push({ before, change: decision.change });
    }
    const recordedAt = context.clock.now();
    const cause = { happenedAt, recordedAt, byUser: userId, cause: mailingId, momentCode };
    const written = new Set((await writeChanges(tx, decided, cause)).map(({ code }) => code));
    const missed = decided.filter(({ before }) => !written.has(before.code));
    open = await readAgain(tx, mailingId, missed);
  }
}

async function readAgain(
  tx: Queries,
  mailingId: string,
  missed: readonly DecidedChange[],
): Promise<DocumentState[]> {
  const again: DocumentState[] = [];
  for (const { before } of missed) {
    const [state] = await listOfMailing(tx, mailingId, {}, { after: before.runNumber - 1, limit: 1 });
    if (state) again.push(state);
  }
  return again;
}
