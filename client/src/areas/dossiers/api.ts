import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api/call.ts';

export const keys = { dossiers: ['dossiers'] } as const;

/** Words come in the reader's language, so it is in the key. */
export function dossierQuery(id: string, language: string) {
  return queryOptions({
    queryKey: [...keys.dossiers, id, language],
    queryFn: () => call('get /customers/{id}/dossier', { params: { id } }),
  });
}

export function customerByRefQuery(ref: string) {
  return queryOptions({
    queryKey: [...keys.dossiers, 'by-ref', ref],
    queryFn: () => call('get /customers/by-ref/{ref}', { params: { ref } }),
    // References seldom change; the dossier itself is asked for each time.
    staleTime: 300_000,
  });
}
