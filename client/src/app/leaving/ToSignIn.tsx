import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import type { SignedInView } from '../../../../shared/contracts/accounts.ts';
import { paths, signInPath } from '../paths.ts';
import { departureOf, useSessionChanges } from '../session.ts';

/** With the way back, unless somebody wished to leave; says which page it was where the session ended on it. */
export function ToSignIn() {
  const { pathname, search } = useLocation();
  const departure = departureOf(useQueryClient());
  if (departure?.why === 'wish') return <Navigate to={paths.signIn} replace />;
  if (departure?.why === 'other') return <ToStart view={departure.view} />;
  const state = departure ? { ended: true, page: departure.page } : undefined;
  return <Navigate to={signInPath(`${pathname}${search}`)} replace state={state} />;
}

/** The page of one person is not opened for the next one, not even for a moment: a look would be on record as his. */
function ToStart({ view }: { view: SignedInView }) {
  const there = useLocation().pathname === paths.home;
  const { signedIn } = useSessionChanges();
  useEffect(() => {
    if (there) signedIn(view);
  }, [there, signedIn, view]);
  return there ? null : <Navigate to={paths.home} replace />;
}
