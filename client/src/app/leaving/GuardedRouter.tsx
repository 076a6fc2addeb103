import { type ReactNode, useEffect, useLayoutEffect, useState, useTransition } from 'react';
import { UNSAFE_createBrowserHistory as createBrowserHistory, Router } from 'react-router';
import { guardHistory } from './guard-history.ts';

const history = guardHistory(createBrowserHistory({ v5Compat: true }));

/** What `BrowserRouter` does, on a history that asks before something typed is lost. */
export function GuardedRouter({ children }: { children: ReactNode }) {
  const [{ action, location }, setState] = useState({ action: history.action, location: history.location });
  const [pending, startTransition] = useTransition();
  useLayoutEffect(() => history.listen((now) => startTransition(() => setState(now))), []);
  useNothingSent(pending && history.location.pathname !== location.pathname);
  return (
    <Router location={location} navigationType={action} navigator={history}>
      {children}
    </Router>
  );
}

/**
 * While the next page is on its way the one before still stands, and with it the form that has just been sent: a
 * second Enter would send it once more.
 */
function useNothingSent(leaving: boolean): void {
  useEffect(() => {
    if (!leaving) return;
    const stop = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('submit', stop, true);
    return () => document.removeEventListener('submit', stop, true);
  }, [leaving]);
}
