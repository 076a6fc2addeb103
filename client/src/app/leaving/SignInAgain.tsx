import { useTranslation } from 'react-i18next';
import type { SignedInView, UserView } from '../../../../shared/contracts/accounts.ts';
import { call } from '../../api/call.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { PasswordField } from '../../ui/form/TextField.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ApiForm } from '../form/ApiForm.tsx';
import { textOf } from '../form/form-data.ts';
import { useSession } from '../session.ts';
import { settleSignOut } from '../sign-out.ts';
import styles from './SignInAgain.module.css';

/** A name that no form under the cover has. */
const password = 'cover.password';

interface SignInAgainProps {
  /** What becomes of the work; else that what was filled in is still there. */
  text: string | undefined;
  /** Who has signed in in this browser meanwhile. */
  other: UserView | undefined;
  onSignedIn: (view: SignedInView) => void;
  onLeave: () => void;
}

/** Signs the same person in again where he sits, with the work still in his hands. */
export function SignInAgain({ text, other, onSignedIn, onLeave }: SignInAgainProps) {
  const { t } = useTranslation('common');
  const { user } = useSession();
  return (
    <Dialog title={t('sessionEnd.title')} cover>
      <p>{text ?? t('sessionEnd.text')}</p>
      {other && (
        <Notice title={t('sessionEnd.other', { name: other.name })}>
          <p>{t('sessionEnd.otherText', { name: user.name })}</p>
        </Notice>
      )}
      <ApiForm
        check={(body: { password: string }) =>
          body.password ? [] : [{ field: password, code: 'too_small', empty: true }]
        }
        read={(data) => ({ email: user.email, password: textOf(data, password) })}
        send={async (body) => {
          await settleSignOut();
          return call('post /session', { body });
        }}
        onDone={onSignedIn}
        fieldOf={{ 'sign-in-failed': password }}
        unguarded
        submitText={t('sessionEnd.submit')}
        actions={
          <Button look="quiet" onClick={onLeave}>
            {other ? t('sessionEnd.asOther', { name: other.name }) : t('sessionEnd.leave')}
          </Button>
        }
      >
        <p className={styles.email}>{user.email}</p>
        {/* For what keeps passwords. */}
        <input type="email" autoComplete="username" value={user.email} readOnly hidden />
        <PasswordField
          name={password}
          label={t('sessionEnd.password', { name: user.name })}
          autoComplete="current-password"
        />
      </ApiForm>
    </Dialog>
  );
}
