import { infiniteQueryOptions } from '@tanstack/react-query';
import type { JobView } from '../../../../shared/contracts/jobs.ts';
import { call } from '../../api/call.ts';

/** As in the contract, which would bring its schemas along. */
export const jobStates = [
  'queued',
  'running',
  'done',
  'failed',
  'cancelled',
] as const satisfies JobView['state'][];

export const jobsKey = ['jobs'] as const;

export function jobsQuery(state: JobView['state'] | undefined) {
  return infiniteQueryOptions({
    queryKey: [...jobsKey, state ?? 'all'],
    initialPageParam: '',
    queryFn: ({ pageParam }) => call('get /jobs', { query: { state, cursor: pageParam } }),
    getNextPageParam: (page) => page.nextCursor,
    // Every second while something moves; never while nobody looks.
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some((page) => page.items.some(isUnderWay)) ? 1_000 : 15_000,
    refetchIntervalInBackground: false,
  });
}

export function isUnderWay({ state }: Pick<JobView, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}
