import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignedInView, UserView } from '../../../shared/contracts/accounts.ts';
import type { Language } from '../../../shared/contracts/fields.ts';
import type { Permission } from '../../../shared/permissions.ts';
import { forgetBegun } from '../api/begun.ts';
import { call } from '../api/call.ts';
import { speakFor } from '../api/caller.ts';
import { isProblem } from '../api/problem.ts';
import { type Dates, datesFor } from './dates.ts';
import { settleSignOut } from './sign-out.ts';

/** Who is signed in; null where nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async (): Promise<SignedInView | null> => {
    await settleSignOut();
    try {
      const view = await call('get /session');
      speakFor(view.user.id);
      return view;
    } catch (error) {
      if (isProblem(error, 'not-signed-in')) return null;
      throw error;
    }
  },
});

export const organisationQuery = queryOptions({
  queryKey: ['organisation'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: () => call('get /organisation'),
});

export interface Session {
  user: UserView;
  permissions: readonly Permission[];
  may: (permission: Permission) => boolean;
}

export const SessionContext = createContext<Session | null>(null);

export function sessionOf({ user, permissions }: SignedInView): Session {
  return { user, permissions, may: (permission) => permissions.includes(permission) };
}

/** Inside the pages for who has signed in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('Only for pages behind the sign-in');
  return session;
}

export function useOrganisation() {
  const { data } = useQuery(organisationQuery);
  return data ?? { name: null, language: 'en' as const, timeZone: 'UTC', setupNeeded: false, example: false };
}

export function useDates(): Dates {
  const { t, i18n } = useTranslation('common');
  const { timeZone } = useOrganisation();
  return useMemo(
    () =>
      datesFor(
        i18n.language as Language,
        timeZone,
        { today: (time) => t('when.today', { time }), yesterday: (time) => t('when.yesterday', { time }) },
        () => new Date(),
      ),
    [t, i18n.language, timeZone],
  );
}

/** How the last session went: by one's own wish, it ended under one's hands on a page, or another one has signed in. */
export type Departure =
  | { why: 'wish' }
  | { why: 'ended'; page: string }
  | { why: 'other'; view: SignedInView };

const departureKey = ['session', 'departure'];

export function departureOf(queries: QueryClient): Departure | undefined {
  return queries.getQueryData<Departure>(departureKey);
}

/** What changes who is signed in, for the pages that do it. */
export function useSessionChanges() {
  const queries = useQueryClient();
  return useMemo(
    () => ({
      signedIn: (view: SignedInView) => {
        forgetAll(queries);
        speakFor(view.user.id);
        queries.removeQueries({ queryKey: departureKey });
        queries.setQueryData(sessionQuery.queryKey, view);
      },
      /** The same person again: what he has seen, he may see. */
      signedInAgain: (view: SignedInView) => queries.setQueryData(sessionQuery.queryKey, view),
      signedOut: (departure: Departure) => {
        forgetAll(queries);
        speakFor(undefined);
        queries.setQueryData(departureKey, departure);
        queries.setQueryData(sessionQuery.queryKey, null);
      },
      changed: (user: UserView) =>
        queries.setQueryData(sessionQuery.queryKey, (before) => before && { ...before, user }),
    }),
    [queries],
  );
}

/** Nothing that one person has seen may stay for the next one at this device. */
function forgetAll(queries: QueryClient): void {
  queries.removeQueries({ predicate: isOfPages });
  forgetBegun();
}

/** After a change of language: what the server said in words is asked for again, and nothing of it comes back later. */
export function askAnew(queries: QueryClient): void {
  queries.removeQueries({ type: 'inactive', predicate: isOfPages });
  void queries.invalidateQueries({ type: 'active', predicate: isOfPages });
}

function isOfPages({ queryKey }: { queryKey: readonly unknown[] }): boolean {
  return queryKey[0] !== 'session' && queryKey[0] !== 'organisation';
}
