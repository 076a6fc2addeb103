import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../api/call.ts';

/** Keys, so that a change knows what it makes out of date. */
export const keys = { people: ['accounts', 'people'], sessions: ['accounts', 'own-sessions'] } as const;

export function peopleQuery(query: string) {
  return infiniteQueryOptions({
    queryKey: [...keys.people, 'list', query],
    initialPageParam: '',
    queryFn: ({ pageParam }) => call('get /users', { query: { query, cursor: pageParam } }),
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function personQuery(id: string) {
  return queryOptions({
    queryKey: [...keys.people, id],
    queryFn: () => call('get /users/{id}', { params: { id } }),
  });
}

export function personSessionsQuery(id: string) {
  return queryOptions({
    queryKey: [...keys.people, id, 'sessions'],
    queryFn: () => call('get /users/{id}/sessions', { params: { id } }),
  });
}

export const ownSessionsQuery = queryOptions({
  queryKey: keys.sessions,
  queryFn: () => call('get /sessions'),
});

/** Everybody who stands in the access log. */
export const readersQuery = queryOptions({
  queryKey: ['accounts', 'access-log', 'people'],
  queryFn: () => call('get /access-log/people'),
});

export interface LogFilter {
  user?: string | undefined;
  action?: string | undefined;
  subject?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

export function accessLogQuery(filter: LogFilter) {
  return infiniteQueryOptions({
    queryKey: ['accounts', 'access-log', 'entries', filter],
    initialPageParam: '',
    queryFn: ({ pageParam }) => call('get /access-log', { query: { ...filter, cursor: pageParam } }),
    getNextPageParam: (page) => page.nextCursor,
  });
}

// The contracts come with zod; they load with the first form, not with the page around it.
const contracts = () => import('../../../../shared/contracts/accounts.ts').then((module) => module.accounts);

export const schemas = {
  useLink: () => contracts().then(({ usePasswordLink }) => usePasswordLink.body),
  ownDetails: () => contracts().then(({ changeOwnDetails }) => changeOwnDetails.body),
  ownPassword: () => contracts().then(({ changeOwnPassword }) => changeOwnPassword.body),
  addPerson: () => contracts().then(({ addUser }) => addUser.body),
  changePerson: () => contracts().then(({ changeUser }) => changeUser.body),
};
