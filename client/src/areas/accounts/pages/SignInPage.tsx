import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation, useNavigate, useSearchParams } from 'react-router';
import { call } from '../../../api/call.ts';
import { DoorPage } from '../../../app/DoorPage.tsx';
import { ApiForm } from '../../../app/form/ApiForm.tsx';
import { textOf } from '../../../app/form/form-data.ts';
import { safeReturnPath } from '../../../app/paths.ts';
import { sessionQuery, useOrganisation, useSessionChanges } from '../../../app/session.ts';
import { settleSignOut } from '../../../app/sign-out.ts';
import { PasswordField, TextField } from '../../../ui/form/TextField.tsx';
import { Notice } from '../../../ui/Notice.tsx';

export default function SignInPage() {
  const { t } = useTranslation('accounts');
  const organisation = useOrganisation();
  const session = useQuery(sessionQuery);
  const { signedIn } = useSessionChanges();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const back = safeReturnPath(search.get('back'), window.location.origin);

  if (session.data) return <Navigate to={back} replace />;
  return (
    <DoorPage title={t('signIn.title')} {...(organisation.name && { above: organisation.name })}>
      {organisation.setupNeeded ? (
        <Notice title={t('signIn.setupNeeded')}>
          <p>{t('signIn.setupNeededText')}</p>
        </Notice>
      ) : (
        <WhyHere />
      )}
      <ApiForm
        check={emptyFields}
        read={(data) => ({ email: textOf(data, 'email').trim(), password: textOf(data, 'password') })}
        send={async (body) => {
          await settleSignOut();
          return call('post /session', { body });
        }}
        onDone={(view) => {
          signedIn(view);
          void navigate(back, { replace: true });
        }}
        kept={t('signIn.kept')}
        unguarded
        submitText={t('signIn.submit')}
      >
        <TextField
          name="email"
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          spellCheck={false}
        />
        <PasswordField name="password" label={t('signIn.password')} autoComplete="current-password" />
      </ApiForm>
      <p className="note">{t('signIn.forgotten')}</p>
    </DoorPage>
  );
}

/** The contract asks for nothing else, and the first page of all must not wait for it. */
function emptyFields(body: { email: string; password: string }) {
  const fields = ['email', 'password'] as const;
  return fields
    .filter((field) => body[field] === '')
    .map((field) => ({ field, code: 'too_small', empty: true }));
}

/** Where the page was not asked for but led to. */
function WhyHere() {
  const { t } = useTranslation('accounts');
  const [search] = useSearchParams();
  const state: unknown = useLocation().state;
  if (isEnded(state)) {
    return (
      <Notice title={t('signIn.ended')}>
        <p>{state.page ? t('signIn.endedText', { page: state.page }) : t('signIn.endedTextUnknown')}</p>
      </Notice>
    );
  }
  return search.has('back') ? <Notice title={t('signIn.needed')} /> : null;
}

function isEnded(state: unknown): state is { ended: true; page?: string } {
  return typeof state === 'object' && state !== null && 'ended' in state;
}
