import { IconArrowBackUp, IconList, IconPackage, IconScan, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Known, PlaceOfDocument } from '../../../shared/contracts/documents.ts';
import type { Whereabouts } from '../../../shared/places/whereabouts.ts';
import { useDates } from '../app/session.ts';
import { PlacePath } from './PlacePath.tsx';
import styles from './WhereItIs.module.css';

interface WhereItIsProps {
  place: PlaceOfDocument;
  /** Without the site, where all on the screen lie in the same one. */
  dropSite?: boolean;
  /** The last place leads to its page. */
  linkLast?: boolean;
  /** The first line only. */
  short?: boolean;
}

const signs = {
  scanned: IconScan,
  'with-container': IconPackage,
  list: IconList,
  reported: IconUser,
  inferred: IconArrowBackUp,
} as const satisfies Record<Known, unknown>;

/** Where a paper is in a line, and under it how that is known and since when. */
export function WhereItIs({ place, dropSite = false, linkLast = false, short = false }: WhereItIsProps) {
  const { t } = useTranslation('parts');
  const dates = useDates();
  const Sign = signs[place.known];
  return (
    <div className={styles.where}>
      <div>
        {place.path.length > 0 ? (
          <PlacePath path={place.path} dropSite={dropSite} linkLast={linkLast} />
        ) : (
          <b>{t(`state.${place.state}`)}</b>
        )}
      </div>
      {!short && (
        <div className={styles.known}>
          <Sign size={16} stroke={1.6} aria-hidden="true" />
          <span>{t(knownKey(place.state, place.known), { since: dates.moment(place.since) })}</span>
        </div>
      )}
    </div>
  );
}

/** What the state says by itself goes before how it came to be known. */
function knownKey(state: Whereabouts, known: Known) {
  if (state === 'not-yet-mailed' || state === 'void' || state === 'unknown' || state === 'destroyed') {
    return `since.${state}` as const;
  }
  return `known.${known}` as const;
}
