import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api/call.ts';

/** Words come in the reader's language, so it is in the key. */
export function documentQuery(code: string, language: string) {
  return queryOptions({
    queryKey: ['papers', code, 'view', language],
    queryFn: () => call('get /documents/{code}', { params: { code } }),
  });
}
