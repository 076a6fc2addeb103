import { readdirSync, readFileSync } from 'node:fs';

/** What a process has used of processors, in seconds; with its children, those that have ended included. */
export function processorSeconds(pid: number): number {
  const own = readTimes(pid);
  const children = listProcesses().filter((each) => readTimes(each)?.parent === pid);
  return (own?.seconds ?? 0) + children.reduce((sum, each) => sum + (readTimes(each)?.seconds ?? 0), 0);
}

const ticksPerSecond = 100;

function listProcesses(): number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger);
}

function readTimes(pid: number): { parent: number; seconds: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent] = fields;
    const ticks = fields.slice(11, 15).reduce((sum, each) => sum + each, 0);
    return { parent: parent ?? 0, seconds: ticks / ticksPerSecond };
  } catch {
    return undefined;
  }
}
