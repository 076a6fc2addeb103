import { StartError } from '../start-error.ts';
import { explainDiskFull, isDiskFull } from './disk-space.ts';
import { errorCode } from './write-file.ts';

/**
 * What an error of the file system means for a person: the disk is full, or something in the data folder may not be
 * read or written. Any other error is returned as it is.
 */
export function explainFileError(folder: string, error: unknown): unknown {
  if (error instanceof StartError) return error;
  if (isDiskFull(error)) return explainDiskFull(folder, error);
  const code = errorCode(error);
  if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') return error;
  const why = code === 'EROFS' ? 'its disk is mounted read-only' : 'this user has no permission';
  const file = error instanceof Error && 'path' in error ? String(error.path) : folder;
  return new StartError(
    'data-folder-not-writable',
    `Spoor cannot use the data folder ${folder}: ${why} for ${file}. Nothing was changed. ` +
      'Give the whole folder to the user that starts Spoor (chown -R), or choose another folder.',
    { details: { folder, file }, cause: error },
  );
}
