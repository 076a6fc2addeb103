import { isDeepStrictEqual } from 'node:util';
import { type Code, type CodeKind, codeKind, isCode } from '../../shared/codes/code.ts';
import { codeOf, sequenceOf } from '../../shared/codes/numbering.ts';
import { practiceCode } from '../../shared/codes/practice-code.ts';
import { spreadKey } from '../../shared/codes/spread.ts';
import { DomainError } from '../../shared/errors.ts';
import type { Context } from '../platform/context.ts';
import type { Queries } from '../platform/db/database.ts';
import {
  findStoppedAt,
  getClusterHome,
  listSequences,
  lockGuard,
  skipNumbers,
  stopIssuing,
  takeNumbers,
  writeGuard,
} from './codes.queries.ts';

/**
 * Issues codes within the caller's transaction: each once, for ever. Numbers of a transaction that is rolled back
 * were given to nobody and go back with it. Throws `issuing-stopped`.
 */
export async function issueCodes(tx: Queries, kind: CodeKind, count: number): Promise<Code[]> {
  if (count === 0) return [];
  const taken = await takeNumbers(tx, kind, count);
  if (!taken) throw issuingStopped();
  const key = spreadKey(taken.spreadKey);
  const codes = Array.from({ length: count }, (_, index) => codeOf(kind, taken.first + index, key));
  // One number in a thousand million is spoken for: whoever draws it draws once more.
  if (kind !== 'command' || !codes.includes(practiceCode)) return codes;
  return [...codes.filter((code) => code !== practiceCode), ...(await issueCodes(tx, kind, 1))];
}

/** What the files of the embedded database are known by, which no copy of them has; nothing for an outside server. */
export type FilesHome = Readonly<Record<string, string>>;

/**
 * At start: a database that runs elsewhere than it last did may be a copy, or restored to an earlier moment. It would
 * issue numbers again that are on paper already, so issuing stops until an administrator has looked. All else goes on.
 * Returns whether issuing goes on.
 */
export async function checkIssuing({ db, clock, log }: Context, files: FilesHome): Promise<boolean> {
  const home = { ...(await getClusterHome(db)), ...files };
  return db.transaction().execute(async (tx) => {
    const kept = await lockGuard(tx);
    if (kept.home === null) {
      await writeGuard(tx, home);
      return true;
    }
    if (kept.stoppedAt !== null) return false;
    if (isDeepStrictEqual(kept.home, home)) return true;
    if (isAtHome(kept.home, home)) {
      await writeGuard(tx, home);
      return true;
    }
    await stopIssuing(tx, clock.now());
    log.warn(
      { before: kept.home, now: home },
      'the database runs elsewhere than before: no new codes are issued',
    );
    return false;
  });
}

/** An earlier version may have known less of where it ran: what it knew has to be so still. */
function isAtHome(kept: unknown, home: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(kept as object).every(([name, value]) => home[name] === value);
}

/** How far all sequences jump: more than an installation issues between a back-up and its loss. */
export const usualSkip = 10_000_000;

/** By an administrator who knows that the original is gone: goes on beyond any number that it can have issued. */
export async function resumeIssuing(
  { db }: Context,
  files: FilesHome,
  skip: number = usualSkip,
): Promise<void> {
  const home = { ...(await getClusterHome(db)), ...files };
  await db.transaction().execute(async (tx) => {
    await lockGuard(tx);
    await skipNumbers(tx, skip);
    await writeGuard(tx, home);
  });
}

export async function isIssuingStopped({ db }: Context): Promise<boolean> {
  return (await findStoppedAt(db)) !== null;
}

/** For work that issues codes later: refused at once rather than taken on. Throws `issuing-stopped`. */
export async function refuseWhileStopped(db: Queries): Promise<void> {
  if ((await findStoppedAt(db)) !== null) throw issuingStopped();
}

/** Tells codes that were issued from such as only look right. */
export interface CodeCheck {
  wasIssued(code: Code): boolean;
}

/** With the sequences as they stand at this moment. */
export async function readCodeCheck(db: Queries): Promise<CodeCheck> {
  const sequences = new Map(
    (await listSequences(db)).map(({ kind, next, spreadKey: key }) => [kind, { next, key: spreadKey(key) }]),
  );
  return {
    wasIssued(code) {
      const sequence = isCode(code) ? sequences.get(codeKind(code)) : undefined;
      return sequence !== undefined && sequenceOf(code, sequence.key) < sequence.next;
    },
  };
}

function issuingStopped(): DomainError {
  return new DomainError(
    'issuing-stopped',
    'This database looks like a copy, or has been restored: a number could be issued twice. Nothing was issued. An administrator runs `npm run spoor -- codes resume` once he knows that the original is no longer used.',
  );
}
