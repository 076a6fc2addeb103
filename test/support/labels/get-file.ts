import type { ApiClient } from '../api-client.ts';
import type { TestApp } from '../test-app.ts';

export interface FileAnswer {
  status: number;
  headers: Headers;
  bytes: Buffer<ArrayBuffer>;
}

/** A file as it comes, byte by byte; `ApiClient` reads text. */
export async function getFile(
  { url }: Pick<TestApp, 'url'>,
  { cookie = '' }: ApiClient,
  path: string,
  headers: Record<string, string> = {},
): Promise<FileAnswer> {
  const answer = await fetch(`${url}/api/v1${path}`, { headers: { cookie, ...headers } });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}
