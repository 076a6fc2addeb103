import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { MailingDetailView } from '../../../../shared/contracts/mailings.ts';
import { call } from '../../api/call.ts';
import type { PaperFilter } from './paper-filter.ts';

/** Keys, so that a change knows what it makes out of date. */
export const mailingsKey = ['mailings'] as const;

export function mailingsQuery(query: string, single: boolean) {
  return infiniteQueryOptions({
    queryKey: [...mailingsKey, 'list', query, single],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      call('get /mailings', { query: { query, single: String(single), cursor: pageParam } }),
    getNextPageParam: (page) => page.nextCursor,
    // While one is being issued its figures move.
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some((page) => page.items.some(({ state }) => state === 'issuing')) ? 2_000 : false,
  });
}

export function mailingQuery(id: string) {
  return queryOptions({
    queryKey: [...mailingsKey, id],
    queryFn: () => call('get /mailings/{id}', { params: { id } }),
    refetchInterval: ({ state: { data } }) => (data && moves(data) ? 1_500 : false),
  });
}

/** Figures are counted after the fact: they are still on their way here. */
export function moves({ state, papers, mailedAt, figures }: MailingDetailView): boolean {
  if (state === 'issuing' || figures.issued < papers) return state !== 'cancelled';
  if (state === 'cancelled') return figures.void < figures.issued;
  return mailedAt !== null && figures.mailed < figures.issued - figures.void;
}

export function papersQuery(id: string, filter: PaperFilter) {
  return infiniteQueryOptions({
    queryKey: [...mailingsKey, id, 'papers', filter],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      call('get /mailings/{id}/documents', { params: { id }, query: { ...filter, cursor: pageParam } }),
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function jobQuery(id: string | null) {
  return queryOptions({
    queryKey: ['jobs', 'one', id],
    queryFn: () => call('get /jobs/{id}', { params: { id: id ?? '' } }),
    enabled: id !== null,
    refetchInterval: ({ state: { data } }) =>
      !data || data.state === 'queued' || data.state === 'running' ? 1_000 : false,
  });
}

export const documentTypesQuery = queryOptions({
  queryKey: ['document-types'],
  queryFn: () => call('get /document-types'),
  staleTime: 300_000,
});

interface Asked {
  documentType: string;
  customers: { all: true } | { refs: string[] };
}

/** How many would get one, and who would not. The name does not matter to that. */
export function previewQuery(asked: Asked | undefined) {
  const customers = asked?.customers;
  const who = customers && 'refs' in customers ? customers.refs.join('\n') : 'all';
  return queryOptions({
    queryKey: [...mailingsKey, 'preview', who],
    queryFn: async () => {
      const body = { name: '–', documentType: '', customers: { all: true as const }, ...asked };
      const reply = await call('post /mailings', { query: { dryRun: 'true' }, body });
      return 'leftOut' in reply ? reply : { documents: reply.documents, leftOut: [] };
    },
    enabled: asked !== undefined,
    gcTime: 60_000,
  });
}
