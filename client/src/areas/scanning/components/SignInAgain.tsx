import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { ApiForm } from '../../../app/form/ApiForm.tsx';
import { textOf } from '../../../app/form/form-data.ts';
import { sessionQuery, useSession, useSessionChanges } from '../../../app/session.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { PasswordField } from '../../../ui/form/TextField.tsx';

/** Signs the same person in again where he sits, with the paper still in his hand. */
export function SignInAgain({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation('scanning');
  const { user } = useSession();
  const queries = useQueryClient();
  const { signedOut } = useSessionChanges();
  return (
    <Dialog title={t('signIn.title')}>
      <p>{t('signIn.text')}</p>
      <ApiForm
        read={(data) => ({ email: user.email, password: textOf(data, 'password') })}
        send={(body) => call('post /session', { body })}
        onDone={(view) => {
          queries.setQueryData(sessionQuery.queryKey, view);
          onSignedIn();
        }}
        fieldOf={{ 'sign-in-failed': 'password' }}
        unguarded
        submitText={t('signIn.submit')}
        actions={
          <Button look="quiet" onClick={() => signedOut({ why: 'ended', page: t('station.title') })}>
            {t('signIn.leave')}
          </Button>
        }
      >
        <PasswordField
          name="password"
          label={t('signIn.password', { name: user.name })}
          autoComplete="current-password"
        />
      </ApiForm>
    </Dialog>
  );
}
