import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { unsent } from '../../scan/kept-session.ts';
import { askBeforeLosing } from '../../ui/form/unsent.ts';
import { useSession, useSessionChanges } from '../session.ts';
import { signOut } from '../sign-out.ts';

/**
 * Forgets everything on this device even if the server does not answer. Asks first where something typed would be
 * lost, or scans are not booked yet; `question` has to stand on the page.
 */
export function useSignOut(): { signOut: () => void; question: ReactNode } {
  const { t } = useTranslation('common');
  const { user } = useSession();
  const queries = useQueryClient();
  const { signedOut } = useSessionChanges();
  const [waiting, setWaiting] = useState(0);

  const leave = async () => {
    await queries.cancelQueries();
    await signOut();
    signedOut({ why: 'wish' });
  };
  const askForScans = () => {
    const count = unsent.count(user.id);
    if (count === 0) void leave();
    else setWaiting(count);
  };
  return {
    signOut: () => askBeforeLosing(askForScans),
    question: waiting > 0 && (
      <ConfirmDialog
        title={t('signOut.title')}
        submitText={t('shell.signOut')}
        keepText={t('signOut.stay')}
        danger
        send={leave}
        onDone={() => undefined}
        onClose={() => setWaiting(0)}
      >
        <p>{t('unsent.count', { count: waiting })}</p>
        <p>{t('signOut.text', { count: waiting })}</p>
      </ConfirmDialog>
    ),
  };
}
