import { fetchFile, keepFile } from '../../api/fetch-file.ts';

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
  keepFile(await fetchFile(path, { id }, query), name);
}

/** A name that every file system takes. */
export function fileName(...parts: string[]): string {
  const words = parts.map((part) => part.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/g, ''));
  return `${words.filter(Boolean).join('-').slice(0, 100)}.csv`;
}
