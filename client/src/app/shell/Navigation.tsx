import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { classes } from '../../ui/classes.ts';
import { pages } from '../pages.ts';
import { useSession } from '../session.ts';
import styles from './Shell.module.css';

/** Only what leads somewhere for this person. */
export function Navigation() {
  const { t } = useTranslation('common');
  const { may } = useSession();
  const shown = pages.filter(({ group, permission }) => group && (!permission || may(permission)));
  if (shown.length === 0) return null;
  return (
    <nav aria-label={t('shell.navigation')} className={styles.navigation}>
      <ul>
        {shown.map(({ path, name }) => (
          <li key={path}>
            <NavLink to={path} className={({ isActive }) => classes(styles.navLink, isActive && styles.here)}>
              {t(`page.${name}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
