import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { loadTexts } from '../../texts/index.ts';
import { classes } from '../../ui/classes.ts';
import { fetched } from '../fetched.tsx';
import { type PageEntry, pages } from '../pages.ts';
import { paths } from '../paths.ts';
import { useSession } from '../session.ts';
import styles from './Navigation.module.css';

// Few people administer and work as well: only they fetch the menu, with the texts of the area that names it.
const Administration = fetched(async () => {
  const [module] = await Promise.all([import('./NavigationGroup.tsx'), loadTexts('organisation')]);
  return module.NavigationGroup;
}, Unfolded);

/** The names of the pages themselves came with the rest. */
function Unfolded({ entries }: { entries: readonly PageEntry[] }) {
  return entries.map((entry) => <Entry key={entry.path} entry={entry} />);
}

/** Only what leads somewhere for this person; beside daily work, administration stands behind one name. */
export function Navigation() {
  const { t } = useTranslation('common');
  const { may } = useSession();
  const shown = pages.filter(({ group, permission }) => group && (!permission || may(permission)));
  const work = shown.filter(({ group }) => group === 'work');
  const administration = shown.filter(({ group }) => group === 'administration');
  const folded = work.length > 0 && administration.length > 1;
  if (shown.length === 0) return null;
  return (
    <nav aria-label={t('shell.navigation')} className={styles.navigation}>
      <ul>
        {(folded ? work : shown).map((entry) => (
          <Entry key={entry.path} entry={entry} />
        ))}
        {folded && (
          <Suspense>
            <Administration entries={administration} />
          </Suspense>
        )}
      </ul>
    </nav>
  );
}

function Entry({ entry: { path, name } }: { entry: PageEntry }) {
  const { t } = useTranslation('common');
  return (
    <li>
      {/* "Set aside" lies below the station's address and has an entry of its own. */}
      <NavLink
        to={path}
        end={path === paths.scan}
        className={({ isActive }) => classes(styles.navLink, isActive && styles.here)}
      >
        {t(`page.${name}`)}
      </NavLink>
    </li>
  );
}
