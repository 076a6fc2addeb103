import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api/call.ts';

/** Enough of the people to say how many colleagues there are. */
export const colleaguesQuery = queryOptions({
  queryKey: ['guide', 'colleagues'],
  queryFn: () => call('get /users', { query: { limit: 50 } }),
});
