import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call } from '../../../api/call.ts';
import { ApiForm } from '../../../app/form/ApiForm.tsx';
import { textOf } from '../../../app/form/form-data.ts';
import { shortPassword } from '../../../app/form/short-password.ts';
import { Page } from '../../../app/Page.tsx';
import { paths } from '../../../app/paths.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { PasswordField } from '../../../ui/form/TextField.tsx';
import { Trail } from '../../../ui/Trail.tsx';
import { keys, schemas } from '../api.ts';
import { PersonFields, readPerson } from '../components/PersonFields.tsx';
import styles from './person.module.css';

export default function AddPersonPage() {
  const { t } = useTranslation(['accounts', 'common']);
  const queries = useQueryClient();
  const navigate = useNavigate();
  return (
    <Page
      title={t('accounts:people.add')}
      above={{ path: paths.people, title: t('accounts:people.title') }}
      aside={<Next />}
    >
      <ApiForm
        schema={schemas.addPerson}
        check={({ password }) => shortPassword('password', password)}
        read={(data) => {
          const password = textOf(data, 'password');
          return { ...readPerson(data), ...(password && { password }) };
        }}
        send={(body) => call('post /users', { body })}
        onDone={async (person) => {
          queries.removeQueries({ queryKey: keys.people });
          // Where no password was given, the next page makes the link at once.
          void navigate(paths.person(person.id), { state: { added: true, makeLink: !person.hasPassword } });
        }}
        fieldOf={{ 'email-taken': 'email' }}
        submitText={t('accounts:person.addSubmit')}
        actions={
          <LinkButton to={paths.people} look="quiet">
            {t('common:form.cancel')}
          </LinkButton>
        }
      >
        <PersonFields />
        <PasswordField
          name="password"
          label={t('accounts:person.password')}
          hint={t('accounts:person.passwordHint')}
          optional
          autoComplete="new-password"
        />
      </ApiForm>
    </Page>
  );
}

function Next() {
  const { t } = useTranslation('accounts');
  const step = (key: string, title: string) => ({ key, state: 'later' as const, title });
  return (
    <div className={styles.next}>
      <h2>{t('person.next')}</h2>
      <Trail
        plain
        steps={[
          step('link', t('person.nextLink')),
          step('choose', t('person.nextChoose')),
          step('roles', t('person.nextRoles')),
        ]}
      />
    </div>
  );
}
