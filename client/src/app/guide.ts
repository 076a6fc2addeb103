import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';

/** How far the first steps are, for whoever asks. */
export const guideQuery = queryOptions({
  queryKey: ['guide'],
  queryFn: () => call('get /guide'),
  staleTime: 0,
});

/** The practice label was read. Should it not get through, the guide offers the step again: nothing else hangs on it. */
export async function notePractice(queries: QueryClient): Promise<void> {
  try {
    queries.setQueryData(guideQuery.queryKey, await call('patch /guide', { body: { practised: true } }));
  } catch {
    // Practising goes on without.
  }
}

/** Puts the guide away, or takes it out again. Throws what the call throws. */
export async function closeGuide(queries: QueryClient, closed: boolean): Promise<void> {
  queries.setQueryData(guideQuery.queryKey, await call('patch /guide', { body: { closed } }));
}
