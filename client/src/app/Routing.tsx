import { useQuery } from '@tanstack/react-query';
import { Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, Route, Routes, useLocation } from 'react-router';
import { Loading } from '../ui/Notice.tsx';
import { Crash } from './Crash.tsx';
import { SessionCover } from './leaving/SessionCover.tsx';
import { ToSignIn } from './leaving/ToSignIn.tsx';
import { useSessionEnd } from './leaving/use-session-end.ts';
import { NotAllowed, NotFound } from './NotHere.tsx';
import { doors, type PageEntry, pages } from './pages.ts';
import { SessionContext, sessionOf, sessionQuery, useSession } from './session.ts';
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
  useSessionEnd(session !== null);
  if (!session) return <ToSignIn />;
  return (
    <SessionContext value={session}>
      <Outlet />
      <SessionCover />
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
