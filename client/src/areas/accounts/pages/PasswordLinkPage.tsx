import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call } from '../../../api/call.ts';
import { isProblem } from '../../../api/problem.ts';
import { DoorPage } from '../../../app/DoorPage.tsx';
import { ApiForm } from '../../../app/form/ApiForm.tsx';
import { textOf } from '../../../app/form/form-data.ts';
import { shortPassword } from '../../../app/form/short-password.ts';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { useOneTimeToken } from '../../../app/one-time-token.ts';
import { paths } from '../../../app/paths.ts';
import { useDates, useSessionChanges } from '../../../app/session.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { PasswordField } from '../../../ui/form/TextField.tsx';
import { Failed, Loading, Notice } from '../../../ui/Notice.tsx';
import { schemas } from '../api.ts';

export default function PasswordLinkPage() {
  const { t } = useTranslation(['accounts', 'common']);
  const token = useOneTimeToken();
  const dates = useDates();
  const problems = useProblemText();
  const link = useQuery({
    queryKey: ['accounts', 'password-link', token],
    queryFn: () => call('post /password-links/read', { body: { token } }),
    enabled: token !== '',
    staleTime: Number.POSITIVE_INFINITY,
  });
  const title = t('accounts:link.title');

  if (token === '') return <NoLink text={t('accounts:link.none')} />;
  if (isProblem(link.error, 'password-link-invalid')) {
    return <NoLink text={t('common:problem.password-link-invalid')} />;
  }
  if (link.error) {
    return (
      <DoorPage title={title}>
        <Failed
          text={problems.reading(link.error)}
          again={t('common:list.again')}
          onAgain={() => void link.refetch()}
        />
      </DoorPage>
    );
  }
  if (!link.data) {
    return (
      <DoorPage title={title}>
        <Loading text={t('accounts:link.checking')} />
      </DoorPage>
    );
  }
  const { name, email, expiresAt } = link.data;
  return (
    <DoorPage title={title} lead={t('accounts:link.whose', { name, email, until: dates.moment(expiresAt) })}>
      <LinkForm token={token} email={email} />
    </DoorPage>
  );
}

function LinkForm({ token, email }: { token: string; email: string }) {
  const { t } = useTranslation(['accounts', 'common']);
  const { signedIn } = useSessionChanges();
  const navigate = useNavigate();
  return (
    <ApiForm
      schema={schemas.useLink}
      check={({ password }) => shortPassword('password', password)}
      read={(data) => ({ token, password: textOf(data, 'password') })}
      send={(body) => call('post /password-links/use', { body })}
      onDone={(view) => {
        signedIn(view);
        void navigate(paths.home, { replace: true });
      }}
      submitText={t('accounts:link.submit')}
    >
      {/* So that a password manager knows whose password it keeps. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        name="password"
        label={t('accounts:link.password')}
        hint={t('common:password.hint')}
        autoComplete="new-password"
      />
    </ApiForm>
  );
}

function NoLink({ text }: { text: string }) {
  const { t } = useTranslation('accounts');
  return (
    <DoorPage title={t('link.title')}>
      <Notice kind="error" title={text} />
      <p>
        <LinkButton to={paths.signIn}>{t('link.signIn')}</LinkButton>
      </p>
    </DoorPage>
  );
}
