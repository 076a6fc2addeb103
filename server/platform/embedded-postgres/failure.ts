import { explainDiskFull, findFreeBytes, isDiskFull } from '../data-folder/disk-space.ts';
import { StartError } from '../start-error.ts';
import type { RunAs } from './run-as.ts';

const STILL_IN_USE = /pre-existing shared memory block|lock file .* already exists/;

/** Whether a server did not start because processes of an earlier one still use its cluster. */
export function isStillInUse(output: string): boolean {
  return STILL_IN_USE.test(output);
}

/**
 * What a program of Postgres that failed means for a person.
 * @param attempt what was tried, as the beginning of a sentence, and on which path.
 * @param output all that it said.
 */
export function explainFailure(
  attempt: { words: string; path: string; runAs: RunAs },
  output: string,
): StartError {
  const { words, path, runAs } = attempt;
  const free = findFreeBytes(path);
  if (isDiskFull(output) || (free !== undefined && free < 1024 ** 2))
    return explainDiskFull(path, new Error(output));
  const details = { path, output: output.slice(-4_000) };
  if (isStillInUse(output)) {
    return new StartError(
      'postgres-still-running',
      `Processes of an earlier Postgres still use ${path}. Nothing is lost. End them, or wait, and start again.`,
      { details },
    );
  }
  if (runAs.kind === 'other' && /Permission denied|EACCES/.test(output))
    return explainUnreachable(path, runAs.uid, details);
  return new StartError(
    'postgres-failed',
    `${words}: ${findReason(output)}. Nothing that was saved is lost.`,
    { details },
  );
}

function explainUnreachable(path: string, uid: number, details: Record<string, unknown>): StartError {
  return new StartError(
    'postgres-root-refused',
    `Spoor was started as root, Postgres refuses to run as root, and the user it runs as instead (number ${uid}) cannot ` +
      `reach ${path} or the programs. Nothing that was saved is lost. Start Spoor as an ordinary user, or put both where ` +
      'every user may pass through (chmod o+x on the folders above).',
    { details },
  );
}

/** What in a program's output says why it failed, without the time and process that begin a line of the log. */
function findReason(output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  const said = lines.filter((line) => line !== '' && !line.startsWith('Command failed'));
  const fatal = said.find((line) => /\b(FATAL|PANIC|error|could not)\b/.test(line));
  // "The file contains errors": which ones, Postgres has said before.
  const before =
    fatal && / contains errors/.test(fatal)
      ? said.find((line) => /LOG: .*(parameter|syntax|value|must be|setting)/.test(line))
      : undefined;
  const reason = before ?? fatal ?? said.at(-1) ?? 'it gave no reason';
  return reason.replace(/^.*?\b(?:FATAL|PANIC|LOG|ERROR):\s+/, '').replace(/\.$/, '');
}
