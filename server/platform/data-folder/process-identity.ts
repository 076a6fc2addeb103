import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Where process ids mean the same: one boot of one machine, and on Linux one pid namespace (a container has its own). */
export interface PidSpace {
  readonly host: string;
  readonly boot: string | undefined;
  readonly namespace: string | undefined;
}

/** A process that is not confused with a later one of the same id. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it was started, as the system words it; only to be compared. Undefined where it can't be known. */
  readonly started: string | undefined;
}

/** This process. */
export function getOwnIdentity(): ProcessIdentity {
  return { pid: process.pid, started: findProcessStart(process.pid) };
}

/** Whether that very process still runs. A zombie has ended, and so has a process whose id another one has now. */
export function isProcessAlive(identity: ProcessIdentity): boolean {
  if (!isPidAlive(identity.pid)) return false;
  if (identity.started === undefined) return true;
  const started = findProcessStart(identity.pid);
  return started === undefined ? isPidAlive(identity.pid) : started === identity.started;
}

/** Whether some process has this id and has not ended; a zombie has ended, though signals still reach it. */
export function isPidAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is alive and somebody else's.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const state = process.platform === 'linux' ? readLinuxStat(pid)?.[0] : undefined;
  return state !== 'Z' && state !== 'X';
}

/** When the process was started, in the system's own words; undefined when it is gone or can't be known. */
export function findProcessStart(pid: number): string | undefined {
  if (process.platform === 'linux') return readLinuxStat(pid)?.[19];
  return askSystem(pid, { windows: 'StartTime.Ticks', unix: 'lstart=' });
}

/** The name of the program that the process runs; undefined when it is gone or can't be known. */
export function findProcessName(pid: number): string | undefined {
  if (process.platform === 'linux') {
    return readOrUndefined(() => readFileSync(`/proc/${pid}/comm`, 'utf8').trim());
  }
  return askSystem(pid, { windows: 'ProcessName', unix: 'comm=' });
}

function askSystem(pid: number, property: { windows: string; unix: string }): string | undefined {
  const [command, args] =
    process.platform === 'win32'
      ? (['powershell', ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).${property.windows}`]] as const)
      : (['ps', ['-o', property.unix, '-p', String(pid)]] as const);
  try {
    const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
    const answer = execFileSync(command, args, {
      encoding: 'utf8',
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return answer.trim() || undefined;
  } catch {
    return undefined;
  }
}

/** The pid space of this process. */
export function getPidSpace(): PidSpace {
  return {
    host: hostname(),
    boot: readOrUndefined(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    namespace: readOrUndefined(() => readlinkSync('/proc/self/ns/pid')),
  };
}

/** The fields of /proc/<pid>/stat from the state on (proc(5): field 3); the name before may hold blanks and brackets. */
function readLinuxStat(pid: number): string[] | undefined {
  const text = readOrUndefined(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return text?.slice(text.lastIndexOf(')') + 2).split(' ');
}

function readOrUndefined(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
