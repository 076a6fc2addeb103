import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, Route, Routes, useLocation } from 'react-router';
import { onSessionEnded } from '../api/call.ts';
import { Loading } from '../ui/Notice.tsx';
import { Crash } from './Crash.tsx';
import { NotAllowed, NotFound } from './NotHere.tsx';
import { doors, type PageEntry, pages } from './pages.ts';
import { paths, signInPath } from './paths.ts';
import {
  departureOf,
  SessionContext,
  sessionOf,
  sessionQuery,
  useSession,
  useSessionChanges,
} from './session.ts';
import { DoorShell } from './shell/DoorShell.tsx';
import { Shell } from './shell/Shell.tsx';

export function Routing() {
  return (
    <Routes>
      <Route element={<Door />}>
        {Object.values(doors).map(({ path, component: Component }) => (
          <Route key={path} path={path} element={<Component />} />
        ))}
      </Route>
      <Route element={<Inside />}>
        <Route element={<WholeScreen />}>{routesOf(pages.filter(({ whole }) => whole))}</Route>
        <Route element={<UnderTheBar />}>
          {routesOf(pages.filter(({ whole }) => !whole))}
          <Route path="*" element={<NotFound />} />
        </Route>
      </Route>
    </Routes>
  );
}

function routesOf(some: readonly PageEntry[]) {
  return some.map((page) => <Route key={page.path} path={page.path} element={<Guarded page={page} />} />);
}

/** The pages before somebody has signed in. */
function Door() {
  return (
    <DoorShell>
      <Content />
    </DoorShell>
  );
}

function Inside() {
  const { data } = useQuery(sessionQuery);
  const session = useMemo(() => (data ? sessionOf(data) : null), [data]);
  useEndOfSession();
  if (!session) return <ToSignIn />;
  return (
    <SessionContext value={session}>
      <Outlet />
    </SessionContext>
  );
}

function UnderTheBar() {
  return (
    <Shell>
      <Content />
    </Shell>
  );
}

function WholeScreen() {
  return (
    <main id="page" tabIndex={-1}>
      <Content />
    </main>
  );
}

/** With the way back, unless somebody wished to leave; says which page it was where the session ended on it. */
function ToSignIn() {
  const { pathname, search } = useLocation();
  const departure = departureOf(useQueryClient());
  if (departure?.why === 'wish') return <Navigate to={paths.signIn} replace />;
  const state = departure ? { ended: true, page: departure.page } : undefined;
  return <Navigate to={signInPath(`${pathname}${search}`)} replace state={state} />;
}

/** A call found that nobody is signed in any more. */
function useEndOfSession() {
  const { t } = useTranslation('common');
  const { signedOut } = useSessionChanges();
  useEffect(
    () =>
      onSessionEnded(() => {
        signedOut({ why: 'ended', page: document.title.replace(` · ${t('product')}`, '') });
      }),
    [t, signedOut],
  );
}

function Guarded({ page: { permission, component: Component } }: { page: PageEntry }) {
  const { may } = useSession();
  return permission && !may(permission) ? <NotAllowed permission={permission} /> : <Component />;
}

function Content() {
  const { t } = useTranslation('common');
  const { pathname } = useLocation();
  return (
    <Crash resetKey={pathname}>
      <Suspense
        fallback={
          <div style={{ padding: 'var(--margin)' }}>
            <Loading text={t('shell.loading')} />
          </div>
        }
      >
        <Outlet />
      </Suspense>
    </Crash>
  );
}
