import { queryOptions } from '@tanstack/react-query';
import { call } from './call.ts';

/** What the dossier and the page of a paper both ask for. Words come in the reader's language, so it is in the keys. */

export const paperKeys = { all: ['papers'], events: (code: string) => ['papers', code, 'events'] } as const;

export function eventsQuery(code: string) {
  return queryOptions({
    queryKey: paperKeys.events(code),
    queryFn: () => call('get /documents/{code}/events', { params: { code } }),
  });
}

// Versions never change; a new one has an id of its own.
export function processQuery(id: string, language: string) {
  return queryOptions({
    queryKey: ['processes', id, language],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => call('get /processes/{id}', { params: { id } }),
  });
}

export function documentTypesQuery(language: string) {
  return queryOptions({
    queryKey: ['document-types', language],
    staleTime: 300_000,
    queryFn: () => call('get /document-types'),
  });
}
