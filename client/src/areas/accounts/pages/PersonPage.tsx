import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { UserView } from '../../../../../shared/contracts/accounts.ts';
import { call } from '../../../api/call.ts';
import { isProblem } from '../../../api/problem.ts';
import { ApiForm } from '../../../app/form/ApiForm.tsx';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { Page, Section } from '../../../app/Page.tsx';
import { paths } from '../../../app/paths.ts';
import { useDates, useSession, useSessionChanges } from '../../../app/session.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { Failed, Loading } from '../../../ui/Notice.tsx';
import { keys, personQuery, schemas } from '../api.ts';
import { Access } from '../components/Access.tsx';
import { PersonFields, readPerson } from '../components/PersonFields.tsx';
import { roleNames } from '../components/role-choices.ts';

export default function PersonPage() {
  const { t } = useTranslation(['accounts', 'common']);
  const { id = '' } = useParams();
  const { may } = useSession();
  const problems = useProblemText();
  const person = useQuery(personQuery(id));
  const above = { path: paths.people, title: t('accounts:people.title') };

  if (isProblem(person.error, 'not-found') || isProblem(person.error, 'invalid-request')) {
    return <Page title={t('accounts:person.notFound')} above={above} lead={t('common:problem.not-found')} />;
  }
  if (!person.data) {
    return (
      <Page title={t('common:page.person')} above={above}>
        {person.error ? (
          <Failed
            text={problems.reading(person.error)}
            again={t('common:list.again')}
            onAgain={() => void person.refetch()}
          />
        ) : (
          <Loading text={t('common:list.loading')} />
        )}
      </Page>
    );
  }
  const changing = may('accounts.change');
  return (
    <Page
      key={id}
      title={person.data.name}
      above={above}
      lead={changing ? undefined : t('accounts:person.mayNotChange')}
      aside={changing ? <Access person={person.data} /> : undefined}
    >
      <About person={person.data} />
      {changing && (
        <Section title={t('accounts:person.details')}>
          <Change person={person.data} />
        </Section>
      )}
    </Page>
  );
}

function About({ person }: { person: UserView }) {
  const { t } = useTranslation(['accounts', 'common']);
  const dates = useDates();
  const state = person.active ? t('accounts:people.active') : t('accounts:people.deactivated');
  const signIn = person.lastSignInAt ? dates.moment(person.lastSignInAt) : t('accounts:people.neverSignedIn');
  return (
    <Facts
      facts={[
        { name: t('accounts:person.email'), value: person.email },
        { name: t('accounts:person.roles'), value: roleNames(person.roles, t) },
        {
          name: t('accounts:person.state'),
          value: person.hasPassword ? state : `${state}. ${t('accounts:people.noPassword')}.`,
        },
        { name: t('accounts:person.lastSignIn'), value: signIn },
        { name: t('accounts:person.since'), value: dates.day(person.createdAt) },
      ]}
    />
  );
}

function Change({ person }: { person: UserView }) {
  const { t } = useTranslation('common');
  const { user } = useSession();
  const { changed } = useSessionChanges();
  const queries = useQueryClient();
  return (
    <ApiForm
      schema={schemas.changePerson}
      read={readPerson}
      send={(body) => call('patch /users/{id}', { params: { id: person.id }, body })}
      onDone={async (view) => {
        queries.setQueryData(personQuery(person.id).queryKey, view);
        void queries.invalidateQueries({ queryKey: [...keys.people, 'list'] });
        if (view.id !== user.id) return;
        changed(view);
        // One's own roles decide what these screens show.
        await queries.invalidateQueries({ queryKey: ['session'] });
      }}
      fieldOf={{ 'email-taken': 'email', 'last-administrator': 'roles' }}
      submitText={t('form.save')}
      doneText={t('form.saved')}
    >
      <PersonFields name={person.name} email={person.email} roles={person.roles} language={person.language} />
    </ApiForm>
  );
}
