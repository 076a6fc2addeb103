import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { fetchFile } from '../../api/fetch-file.ts';

/** What can be printed: its address without an ending, and what the address needs. */
export interface Printed {
  path: '/mailings/{id}/labels' | '/labels/places' | '/labels/commands';
  params: Record<string, string>;
  query: Record<string, string | number | boolean | undefined>;
}

/** The first page as a picture, read anew whenever it would look different. */
export function previewQuery({ path, params, query }: Printed) {
  return queryOptions({
    queryKey: ['labels', 'preview', path, params, query],
    queryFn: () => fetchFile(`${path}.svg`, params, query),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
    retry: false,
  });
}

export function mailingQuery(id: string) {
  return queryOptions({
    queryKey: ['mailings', id],
    queryFn: () => call('get /mailings/{id}', { params: { id } }),
  });
}

export function placeQuery(code: string) {
  return queryOptions({
    queryKey: ['places', code],
    queryFn: () => call('get /places/{code}', { params: { code } }),
  });
}

export const documentTypesQuery = queryOptions({
  queryKey: ['document-types'],
  queryFn: () => call('get /document-types'),
  staleTime: 300_000,
});
