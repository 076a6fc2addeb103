import { type ReactNode, startTransition, useLayoutEffect, useState } from 'react';
import { UNSAFE_createBrowserHistory as createBrowserHistory, Router } from 'react-router';
import { guardHistory } from './guard-history.ts';

const history = guardHistory(createBrowserHistory({ v5Compat: true }));

/** What `BrowserRouter` does, on a history that asks before something typed is lost. */
export function GuardedRouter({ children }: { children: ReactNode }) {
  const [{ action, location }, setState] = useState({ action: history.action, location: history.location });
  useLayoutEffect(() => history.listen((now) => startTransition(() => setState(now))), []);
  return (
    <Router location={location} navigationType={action} navigator={history}>
      {children}
    </Router>
  );
}
