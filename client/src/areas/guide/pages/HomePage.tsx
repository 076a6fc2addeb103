import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Permission } from '../../../../../shared/permissions.ts';
import { Page, Section } from '../../../app/Page.tsx';
import { pages } from '../../../app/pages.ts';
import { paths } from '../../../app/paths.ts';
import { useDates, useOrganisation, useSession } from '../../../app/session.ts';
import { FirstSteps } from '../components/FirstSteps.tsx';
import { useFirstSteps } from '../components/use-first-steps.tsx';
import styles from './HomePage.module.css';

/** The page on which each right is used, the day's work first; some are used on many pages, or on none. */
const where: Record<Permission, string | undefined> = {
  'scanning.book': paths.scan,
  'scanning.read': paths.exceptions,
  'scanning.settle': paths.exceptions,
  'customers.read': paths.customers,
  'dossiers.read': paths.customers,
  'customers.change': paths.addCustomer,
  'customers.import': paths.importCustomers,
  'mailings.read': paths.mailings,
  'mailings.issue': paths.addMailing,
  'labels.print': undefined,
  'labels.places': undefined,
  'labels.commands': paths.labels,
  'places.read': paths.places,
  'places.change': paths.addPlace,
  'documents.read': undefined,
  'documents.change': undefined,
  'documents.report': undefined,
  'processes.read': undefined,
  'accounts.read': paths.people,
  'accounts.change': paths.addPerson,
  'accounts.keys': undefined,
  'accounts.audit': paths.accessLog,
  'organisation.change': paths.organisation,
  'jobs.read': paths.jobs,
  'jobs.cancel': paths.jobs,
};

const inOrder = Object.keys(where) as Permission[];

export default function HomePage() {
  const { t, i18n } = useTranslation(['guide', 'common']);
  const { user, permissions } = useSession();
  const guide = useFirstSteps();
  const organisation = useOrganisation();
  const hour = useDates().hour();
  const greeting = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  const names = list.format(user.roles.map((role) => t(`common:role.${role}`)));
  const roles =
    user.roles.length === 0
      ? t('guide:home.noRoles')
      : t('guide:home.roles', { count: user.roles.length, roles: names });
  return (
    <Page
      title={t(`guide:home.${greeting}`, { name: user.name })}
      lead={organisation.name ? `${organisation.name}. ${roles}` : roles}
      aside={guide.shown ? <FirstSteps guide={guide} /> : undefined}
    >
      {permissions.length === 0 ? <Nothing roles={names} /> : <Rights permissions={permissions} />}
    </Page>
  );
}

function Rights({ permissions }: { permissions: readonly Permission[] }) {
  const { t } = useTranslation(['guide', 'common']);
  const held = inOrder.filter((permission) => permissions.includes(permission));
  const byPage = Map.groupBy(held, (permission) => where[permission] ?? permission);
  return (
    <Section title={t('guide:home.may')}>
      <ul className={styles.rights}>
        {[...byPage].map(([path, rights]) => (
          <Right key={path} path={path} texts={rights.map((one) => t(`common:permission.${one}`))} />
        ))}
        <Right path={paths.account} texts={[t('guide:home.keepAccount')]} />
      </ul>
    </Section>
  );
}

/** `path` may be that of no page: then there is nothing to open. */
function Right({ path, texts }: { path: string; texts: string[] }) {
  const { t, i18n } = useTranslation('common');
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  const text = list.format(texts);
  const page = pages.find((one) => one.path === path);
  return (
    <li className={styles.right}>
      <p>{`${text.charAt(0).toUpperCase()}${text.slice(1)}`}</p>
      {page && <Link to={page.path}>{t(`page.${page.name}`)}</Link>}
    </li>
  );
}

function Nothing({ roles }: { roles: string }) {
  const { t } = useTranslation('guide');
  return (
    <Section title={t('home.nothing')}>
      <p className="lines">{roles ? t('home.nothingText', { roles }) : t('home.nothingNoRoles')}</p>
      <ul className={styles.rights}>
        <Right path={paths.account} texts={[t('home.keepAccount')]} />
      </ul>
    </Section>
  );
}
