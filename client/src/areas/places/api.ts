import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call, type Reply } from '../../api/call.ts';

/** Keys, so that a change knows what it makes out of date. */
export const placesKey = ['places'] as const;

export type ListedPlace = Reply<'get /places'>['items'][number];
export type PaperInPlace = Reply<'get /places/{code}/documents'>['items'][number];

export function placesQuery(query: string) {
  return infiniteQueryOptions({
    queryKey: [...placesKey, 'list', query],
    initialPageParam: '',
    queryFn: ({ pageParam }) => call('get /places', { query: { query, cursor: pageParam } }),
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function placeQuery(code: string) {
  return queryOptions({
    queryKey: [...placesKey, code],
    queryFn: () => call('get /places/{code}', { params: { code } }),
  });
}

export function papersQuery(code: string) {
  return infiniteQueryOptions({
    queryKey: [...placesKey, code, 'papers'],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      call('get /places/{code}/documents', { params: { code }, query: { cursor: pageParam, limit: 50 } }),
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** All of them, for a list on paper. */
export async function allPapers(code: string): Promise<PaperInPlace[]> {
  const papers: PaperInPlace[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Reply<'get /places/{code}/documents'> = await call('get /places/{code}/documents', {
      params: { code },
      query: { cursor, limit: 2_000 },
    });
    papers.push(...page.items);
    cursor = page.nextCursor;
  }
  return papers;
}
