import { createHash, randomUUID } from 'node:crypto';
import { open, readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findProcessStart, getOwnIdentity, getPidSpace, isProcessAlive } from './process-identity.ts';

const TURN = /^spoor\.lock\.turn-[0-9a-f-]{36}-(\d+)-(\w+)-([0-9a-f]{16})$/;
const GIVEN_UP_AFTER_MS = 30_000;

/**
 * Runs `work` while no other process does so for the same folder.
 *
 * Each process puts up a ticket, an empty file that nobody else ever writes, and only then looks whose tickets are
 * there: of two at the same moment at least one sees the other. Who sees others goes back and tries again, but for
 * the one with the lowest name, who stays and waits until the others have gone back or are done. A ticket names its
 * process, so those of dead ones are cleared by whoever comes; as names are never used twice, that cannot hit a living one.
 */
export async function takeTurn<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  for (;;) {
    const ticket = await putUpTicket(folder);
    try {
      if (await waitForTurn(folder, ticket)) return await work();
    } finally {
      await unlink(join(folder, ticket)).catch(() => undefined);
    }
    await sleep(5 + Math.random() * 45);
  }
}

async function putUpTicket(folder: string): Promise<string> {
  const { pid, started } = getOwnIdentity();
  const ticket = `spoor.lock.turn-${randomUUID()}-${pid}-${wordStart(started)}-${hashPidSpace()}`;
  await (await open(join(folder, ticket), 'wx', 0o600)).close();
  return ticket;
}

/** False when another goes first. */
async function waitForTurn(folder: string, ticket: string): Promise<boolean> {
  for (;;) {
    const others = await listOtherTickets(folder, ticket);
    if (others.length === 0) return true;
    if (others.some((other) => other < ticket)) return false;
    await sleep(5);
  }
}

async function listOtherTickets(folder: string, own: string): Promise<string[]> {
  const others: string[] = [];
  for (const name of await readdir(folder)) {
    if (name === own || !TURN.test(name)) continue;
    if (await isAbandoned(folder, name)) await unlink(join(folder, name)).catch(() => undefined);
    else others.push(name);
  }
  return others;
}

async function isAbandoned(folder: string, name: string): Promise<boolean> {
  const [, pid, started, space] = TURN.exec(name) ?? [];
  // Of a process in another container only the age can be known, not whether it lives; a turn takes seconds at most.
  if (space !== hashPidSpace()) {
    const made = await stat(join(folder, name)).catch(() => undefined);
    return made !== undefined && Date.now() - made.mtimeMs > GIVEN_UP_AFTER_MS;
  }
  if (!isProcessAlive({ pid: Number(pid), started: undefined })) return true;
  return started !== wordStart(findProcessStart(Number(pid)));
}

function wordStart(started: string | undefined): string {
  return started?.replace(/\W/g, '') || 'unknown';
}

function hashPidSpace(): string {
  return createHash('sha256').update(JSON.stringify(getPidSpace())).digest('hex').slice(0, 16);
}
