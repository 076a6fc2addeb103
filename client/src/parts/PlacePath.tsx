import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PathStep } from '../../../shared/contracts/places.ts';
import { paths } from '../app/paths.ts';
import styles from './PlacePath.module.css';

interface PlacePathProps {
  /** From the site to the place itself. */
  path: readonly PathStep[];
  /** The last one leads to its page. */
  linkLast?: boolean;
  /** All of them lead to their pages. */
  linkAll?: boolean;
  /** Without the site, where all on the screen lie in the same one. */
  dropSite?: boolean;
}

/** A place as a path, one that was taken away said to be so; a name breaks only where it is longer than the line, and the sign stays at the line's end. */
export function PlacePath({ path, linkLast = false, linkAll = false, dropSite = false }: PlacePathProps) {
  const { t } = useTranslation('parts');
  const shown = dropSite && path.length > 1 && path[0]?.kind === 'site' ? path.slice(1) : path;
  return (
    <span className={styles.path}>
      {shown.map((step, index) => {
        const last = index === shown.length - 1;
        const leads = !step.removed && (linkAll || (last && linkLast));
        const name = leads ? <Link to={paths.place(step.code)}>{step.name}</Link> : step.name;
        return (
          <span key={step.code}>
            <span className={styles.step}>
              {last ? <b>{name}</b> : name}
              {step.removed && <span className={styles.removed}> {t('path.removed')}</span>}
              {!last && <Sign />}
            </span>{' '}
          </span>
        );
      })}
    </span>
  );
}

const sign = '›';

/** Read out as a pause. */
function Sign() {
  return (
    <span className={styles.sign} aria-hidden="true">
      {sign}
    </span>
  );
}
