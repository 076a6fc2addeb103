import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate } from 'react-router';
import { call } from '../../../api/call.ts';
import { isProblem } from '../../../api/problem.ts';
import { DoorPage } from '../../../app/DoorPage.tsx';
import { ApiForm } from '../../../app/form/ApiForm.tsx';
import { textOf } from '../../../app/form/form-data.ts';
import { shortPassword } from '../../../app/form/short-password.ts';
import { isLanguage } from '../../../app/language.ts';
import { useOneTimeToken } from '../../../app/one-time-token.ts';
import { paths } from '../../../app/paths.ts';
import { organisationQuery, sessionQuery, useOrganisation, useSessionChanges } from '../../../app/session.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { PasswordField, TextField } from '../../../ui/form/TextField.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Trail } from '../../../ui/Trail.tsx';
import { schemas } from '../api.ts';
import { HouseFields } from '../components/HouseFields.tsx';
import styles from './SetUpPage.module.css';

export default function SetUpPage() {
  const { t } = useTranslation('organisation');
  const token = useOneTimeToken();
  const { data: signedIn } = useQuery(sessionQuery);
  const organisation = useOrganisation();
  const [refused, setRefused] = useState<'wrong' | 'done'>();

  if (signedIn) return <Navigate to={paths.home} replace />;
  if (!organisation.setupNeeded || refused === 'done') {
    return <Closed title={t('setUp.done')} text={t('setUp.doneText')} signIn />;
  }
  if (refused === 'wrong') return <Closed title={t('setUp.wrongToken')} text={t('setUp.wrongTokenText')} />;
  if (token === '') return <Closed title={t('setUp.noToken')} text={t('setUp.noTokenText')} />;
  return (
    <DoorPage title={t('setUp.title')} lead={t('setUp.lead')} aside={<Next />}>
      <SetUpForm token={token} onRefused={setRefused} />
    </DoorPage>
  );
}

function SetUpForm({ token, onRefused }: { token: string; onRefused: (why: 'wrong' | 'done') => void }) {
  const { t, i18n } = useTranslation(['organisation', 'common']);
  const { signedIn } = useSessionChanges();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { name } = useOrganisation();
  return (
    <ApiForm
      schema={schemas.setUp}
      read={(data) => bodyFrom(data, token)}
      check={({ administrator }) => shortPassword('administrator.password', administrator.password)}
      send={async (body) => {
        try {
          return await call('post /setup', { body });
        } catch (error) {
          if (isProblem(error, 'setup-link-invalid')) onRefused('wrong');
          if (isProblem(error, 'setup-done')) onRefused('done');
          throw error;
        }
      }}
      onDone={async (view) => {
        await queries.refetchQueries({ queryKey: organisationQuery.queryKey });
        signedIn(view);
        void navigate(paths.home, { replace: true });
      }}
      submitText={t('organisation:setUp.submit')}
    >
      <fieldset className={styles.group}>
        <legend>{t('organisation:setUp.organisation')}</legend>
        <HouseFields
          prefix="organisation."
          name={name ?? ''}
          language={i18n.language}
          timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
        />
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{t('organisation:setUp.administrator')}</legend>
        <TextField name="administrator.name" label={t('organisation:setUp.yourName')} autoComplete="name" />
        <TextField
          name="administrator.email"
          label={t('organisation:setUp.email')}
          hint={t('organisation:setUp.emailHint')}
          type="email"
          autoComplete="username"
          spellCheck={false}
        />
        <PasswordField
          name="administrator.password"
          label={t('organisation:setUp.password')}
          hint={t('common:password.hint')}
          autoComplete="new-password"
        />
      </fieldset>
    </ApiForm>
  );
}

function bodyFrom(data: FormData, token: string) {
  const language = textOf(data, 'organisation.language');
  return {
    token,
    organisation: {
      name: textOf(data, 'organisation.name'),
      language: isLanguage(language) ? language : ('en' as const),
      timeZone: textOf(data, 'organisation.timeZone'),
    },
    administrator: {
      name: textOf(data, 'administrator.name'),
      email: textOf(data, 'administrator.email'),
      password: textOf(data, 'administrator.password'),
    },
  };
}

function Next() {
  const { t } = useTranslation(['organisation', 'system', 'common']);
  const step = (key: string, title: string) => ({ key, state: 'later' as const, title });
  return (
    <>
      <h2>{t('organisation:setUp.next')}</h2>
      <Trail
        plain
        steps={[
          step('signed-in', t('organisation:setUp.nextSignedIn')),
          step('people', t('organisation:setUp.nextPeople')),
          step('once', t('organisation:setUp.nextOnce')),
        ]}
      />
    </>
  );
}

function Closed({ title, text, signIn = false }: { title: string; text: string; signIn?: boolean }) {
  const { t } = useTranslation('organisation');
  return (
    <DoorPage title={t('setUp.title')}>
      <Notice title={title}>
        <p>{text}</p>
      </Notice>
      {signIn && (
        <p>
          <LinkButton to={paths.signIn}>{t('setUp.signIn')}</LinkButton>
        </p>
      )}
    </DoorPage>
  );
}
