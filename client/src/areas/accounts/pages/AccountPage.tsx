import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { chooseTheme, chosenTheme, keepLanguage, themes } from '../../../app/device.ts';
import { ApiForm } from '../../../app/form/ApiForm.tsx';
import { textOf } from '../../../app/form/form-data.ts';
import { shortPassword } from '../../../app/form/short-password.ts';
import { Page, Section } from '../../../app/Page.tsx';
import { useSession, useSessionChanges } from '../../../app/session.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { Choices } from '../../../ui/form/ChoiceFields.tsx';
import { PasswordField, TextField } from '../../../ui/form/TextField.tsx';
import { keys, schemas } from '../api.ts';
import { OwnSessions } from '../components/OwnSessions.tsx';
import { LanguageField, readLanguage } from '../components/PersonFields.tsx';
import { roleNames } from '../components/role-choices.ts';
import styles from './person.module.css';

export default function AccountPage() {
  const { t } = useTranslation(['accounts', 'common']);
  const { user } = useSession();
  return (
    <Page title={t('accounts:own.title')} lead={user.email} aside={<Beside />}>
      <Section title={t('accounts:own.details')}>
        <Details />
      </Section>
      <Section title={t('accounts:own.password')}>
        <Password />
      </Section>
      <OwnSessions />
    </Page>
  );
}

/** What is not changed with the forms: the roles, and how this device shows things. */
function Beside() {
  const { t } = useTranslation(['accounts', 'common']);
  const { user } = useSession();
  return (
    <div className={styles.access}>
      <Facts
        facts={[
          { name: t('accounts:own.rolesTitle'), value: roleNames(user.roles, t) },
          { name: t('accounts:own.email'), value: `${user.email}. ${t('accounts:own.emailNote')}` },
        ]}
      />
      <Appearance />
    </div>
  );
}

function Details() {
  const { t } = useTranslation(['accounts', 'common']);
  const { user } = useSession();
  const { changed } = useSessionChanges();
  return (
    <ApiForm
      schema={schemas.ownDetails}
      read={(data) => ({ name: textOf(data, 'name'), language: readLanguage(data) })}
      send={(body) => call('patch /session/user', { body })}
      onDone={(view) => {
        // What was chosen before signing in must not stand above "as the organisation has it".
        keepLanguage(view.language);
        changed(view);
      }}
      submitText={t('common:form.save')}
      doneText={t('common:form.saved')}
    >
      <TextField name="name" label={t('accounts:own.name')} defaultValue={user.name} autoComplete="name" />
      <LanguageField
        chosen={user.language}
        label={t('accounts:own.language')}
        hint={t('accounts:own.languageHint')}
      />
    </ApiForm>
  );
}

function Appearance() {
  const { t } = useTranslation(['accounts', 'common']);
  return (
    <Choices
      kind="radio"
      name="appearance"
      label={t('common:shell.theme')}
      hint={t('accounts:own.appearanceHint')}
      chosen={[chosenTheme()]}
      choices={themes.map((value) => ({ value, label: t(`common:theme.${value}`) }))}
      onChange={(value) => {
        const theme = themes.find((one) => one === value);
        if (theme) chooseTheme(theme);
      }}
    />
  );
}

function Password() {
  const { t } = useTranslation(['accounts', 'common']);
  const { user } = useSession();
  const queries = useQueryClient();
  return (
    <ApiForm
      clearAfter
      schema={schemas.ownPassword}
      check={({ password }) => shortPassword('password', password)}
      read={(data) => ({ current: textOf(data, 'current'), password: textOf(data, 'password') })}
      send={(body) => call('put /session/password', { body })}
      onDone={() => queries.invalidateQueries({ queryKey: keys.sessions })}
      fieldOf={{ 'sign-in-failed': 'current' }}
      submitText={t('accounts:own.change')}
      doneText={t('accounts:own.changed')}
    >
      {/* So that a password manager knows whose password it keeps. */}
      <input type="text" name="username" autoComplete="username" value={user.email} readOnly hidden />
      <PasswordField name="current" label={t('accounts:own.current')} autoComplete="current-password" />
      <PasswordField
        name="password"
        label={t('accounts:own.new')}
        hint={t('common:password.hint')}
        autoComplete="new-password"
      />
    </ApiForm>
  );
}
