import { randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { DomainError } from '../../shared/errors.ts';
import { EncodingCheck } from './encoding-check.ts';
import { unreadable } from './unreadable.ts';

/** A file as it came in, on disk, with what had to be seen of all of it before a word could be read. */
export interface SpooledFile {
  /** As `TextDecoder` names it. */
  readonly encoding: string;
  /** The beginning, decoded. */
  readonly start: string;
  bytes(): Readable;
  close(): Promise<void>;
}

const startBytes = 64 * 1024;

/**
 * Takes a file in whole before anything is read of it. It has no name on disk while it is there, so nothing stays of
 * it, however this process ends. Throws `body-too-large` above `limit` bytes, `file-unreadable` for what is no text.
 */
export async function spoolFile(body: Readable, limit: number): Promise<SpooledFile> {
  const file = await openNameless();
  try {
    const check = await writeAll(file, body, limit);
    const encoding = check.encoding();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(startBytes), 0, startBytes, 0);
    return {
      encoding,
      start: new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead)),
      bytes: () => file.createReadStream({ start: 0, autoClose: false }),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Windows lets go of the name when the file is closed, all others at once. */
async function openNameless(): Promise<FileHandle> {
  const name = path.join(os.tmpdir(), `spoor-import-${randomUUID()}`);
  const file = await open(name, 'wx+', 0o600);
  await unlink(name);
  return file;
}

async function writeAll(file: FileHandle, body: Readable, limit: number): Promise<EncodingCheck> {
  const check = new EncodingCheck();
  let size = 0;
  try {
    for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) throw tooLarge(limit);
      check.see(chunk);
      await file.writeFile(chunk);
    }
  } catch (error) {
    // What still comes is thrown away, so that the caller hears the answer.
    body.resume();
    throw explainFailure(error);
  }
  return check;
}

function tooLarge(limit: number): DomainError {
  const size = `${Math.floor(limit / 1024 / 1024)} MB`;
  return new DomainError('body-too-large', `The file is larger than ${size}. Split it. Nothing was changed.`);
}

function explainFailure(error: unknown): unknown {
  const { code } = (error ?? {}) as { code?: unknown };
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE') {
    return unreadable('not-whole', 'The file did not arrive whole. Send it again.');
  }
  if (code === 'ENOSPC') {
    const where = `The disk with ${os.tmpdir()} is full`;
    return new DomainError(
      'unavailable',
      `${where}. Nothing was changed; make room there, then send it again.`,
    );
  }
  return error;
}
