import { addressOf } from './address.ts';
import { callerHeader } from './caller.ts';
import { readProblem, UnreachableError } from './problem.ts';
import { reading } from './session-end.ts';

/**
 * A file of the server, in the language of the screens. Throws `ProblemError` where it is refused, so that it can be said
 * on the page, and `UnreachableError` where no answer comes.
 */
export function fetchFile(
  path: string,
  params: Record<string, string>,
  query: Record<string, unknown>,
): Promise<Blob> {
  return reading(() => request(addressOf(path, params, query)));
}

async function request(address: string): Promise<Blob> {
  let response: Response;
  try {
    response = await fetch(address, {
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { 'accept-language': document.documentElement.lang, ...callerHeader() },
    });
    if (response.ok) return await response.blob();
  } catch (cause) {
    throw new UnreachableError('The server cannot be reached', { cause });
  }
  throw await readProblem(response);
}

/** Hands it to the browser to keep. */
export function keepFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has to have taken it before the address goes.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
