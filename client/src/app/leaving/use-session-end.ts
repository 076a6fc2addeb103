import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { onSessionEnded } from '../../api/session-end.ts';
import { uncoverPage } from '../../ui/cover.ts';
import { useSessionChanges } from '../session.ts';
import { forgetPage, keepPage, useKeptPage } from './kept-page.ts';

/** A call found that nobody is signed in any more: a page with work in hand is kept, any other is left for the sign-in. */
export function useSessionEnd(signedIn: boolean): void {
  const { t } = useTranslation('common');
  const { signedOut } = useSessionChanges();
  const kept = useKeptPage();
  useEffect(
    () =>
      onSessionEnded(() => {
        const again = keepPage();
        if (!again) signedOut({ why: 'ended', page: document.title.replace(` · ${t('product')}`, '') });
        return again;
      }),
    [t, signedOut],
  );
  // Only now: the dialog on the cover is closed, or the page of the last person is gone.
  useEffect(() => {
    if (!signedIn) forgetPage();
    if (!signedIn || !kept) uncoverPage();
  }, [signedIn, kept]);
  useEffect(
    () => () => {
      forgetPage();
      uncoverPage();
    },
    [],
  );
}
