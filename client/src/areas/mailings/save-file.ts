import { addressOf } from '../../api/address.ts';
import { readProblem, UnreachableError } from '../../api/problem.ts';

/**
 * Fetches a file and hands it to the browser to keep. Not a plain link: the words and the separators in the file
 * are to be in the reader's language, and a refusal is to be said on the page.
 */
export async function saveFile(
  path: string,
  id: string,
  query: Record<string, unknown>,
  name: string,
): Promise<void> {
  let response: Response;
  try {
    response = await fetch(addressOf(path, { id }, query), {
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { 'accept-language': document.documentElement.lang },
    });
  } catch (cause) {
    throw new UnreachableError('The server cannot be reached', { cause });
  }
  if (!response.ok) throw await readProblem(response);
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has to have taken it before the address goes.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A name that every file system takes. */
export function fileName(...parts: string[]): string {
  const words = parts.map((part) => part.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/g, ''));
  return `${words.filter(Boolean).join('-').slice(0, 100)}.csv`;
}
