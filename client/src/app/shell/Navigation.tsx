import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { loadTexts } from '../../texts/index.ts';
import { classes } from '../../ui/classes.ts';
import { pages } from '../pages.ts';
import { useSession } from '../session.ts';
import styles from './Navigation.module.css';

// Few people administer and work as well: only they fetch the menu, with the texts of the area that names it.
const Administration = lazy(async () => {
  const [module] = await Promise.all([import('./NavigationGroup.tsx'), loadTexts('organisation')]);
  return { default: module.NavigationGroup };
});

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
        {(folded ? work : shown).map(({ path, name }) => (
          <li key={path}>
            <NavLink to={path} className={({ isActive }) => classes(styles.navLink, isActive && styles.here)}>
              {t(`page.${name}`)}
            </NavLink>
          </li>
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
