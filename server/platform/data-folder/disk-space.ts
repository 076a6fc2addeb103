import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartError } from '../start-error.ts';
import { errorCode } from './write-file.ts';

const FULL = /No space left on device|Disk quota exceeded|not enough space on the disk/i;

/** Whether an error of the system, of Postgres (class 53100) or a program's own words say that the disk is full. */
export function isDiskFull(errorOrText: unknown): boolean {
  if (typeof errorOrText === 'string') return FULL.test(errorOrText);
  return ['ENOSPC', 'EDQUOT', '53100'].includes(errorCode(errorOrText) ?? '');
}

/** Bytes that are free where this path lies (or would lie), or undefined when the system does not say. */
export function findFreeBytes(path: string): number | undefined {
  try {
    const disk = statfsSync(path);
    return disk.bavail * disk.bsize;
  } catch (error) {
    return errorCode(error) === 'ENOENT' && dirname(path) !== path ? findFreeBytes(dirname(path)) : undefined;
  }
}

/** The disk under `path` is full. */
export function explainDiskFull(path: string, cause: unknown): StartError {
  const free = findFreeBytes(path);
  const words = free === undefined ? 'an unknown amount' : `${(free / 1024 ** 2).toFixed(1)} MB`;
  return new StartError(
    'disk-full',
    `The disk is full, or too full: where ${path} lies there are ${words} free. Nothing that was saved is lost. ` +
      'Make room (a first start needs about 200 MB) and start again.',
    { details: { path, freeBytes: free }, cause },
  );
}
