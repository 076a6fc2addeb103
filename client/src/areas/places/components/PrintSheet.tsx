import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { PlaceView } from '../../../../../shared/contracts/places.ts';
import { useDates } from '../../../app/session.ts';
import { Code } from '../../../parts/Code.tsx';
import { PlacePath } from '../../../parts/PlacePath.tsx';
import { SetAside } from '../../../parts/SetAside.tsx';
import type { PaperInPlace } from '../api.ts';
import { Counts } from './Counts.tsx';
import styles from './Print.module.css';

interface PrintSheetProps {
  place: PlaceView;
  papers: readonly PaperInPlace[];
}

/** The list that is laid into the box: what it is, where it belongs, what should be in it. Black on white. */
export function PrintSheet({ place, papers }: PrintSheetProps) {
  const { t } = useTranslation('places');
  const dates = useDates();
  const empty = place.contents.length === 0 && papers.length === 0;
  return createPortal(
    <div className={styles.sheet}>
      <div className={styles.head}>
        <div>
          <h1>{place.name}</h1>
          <p>
            <PlacePath path={place.path} />
          </p>
          <SetAside of={place} short />
        </div>
        <p>
          <Code code={place.code} bare />
          <br />
          {t('print.printed', { when: dates.day(new Date().toISOString()) })}
        </p>
      </div>
      {place.contents.length > 0 && (
        <Lines heads={[t('print.place'), t('print.kind'), t('print.places'), t('print.code')]}>
          {place.contents.map((one) => (
            <tr key={one.code}>
              <td>
                {one.name}
                <SetAside of={one} short />
              </td>
              <td>{t(`kind.${one.kind}`)}</td>
              <td>
                <Counts places={one.places} documents={one.documents} />
              </td>
              <td>
                <Code code={one.code} bare />
              </td>
            </tr>
          ))}
        </Lines>
      )}
      {papers.length > 0 && <PrintedPapers papers={papers} />}
      {empty && <p>{t('print.empty')}</p>}
    </div>,
    document.body,
  );
}

function PrintedPapers({ papers }: { papers: readonly PaperInPlace[] }) {
  const { t } = useTranslation('places');
  const named = papers.some(({ customer }) => customer !== undefined);
  const heads = [
    t('print.code'),
    t('print.paper'),
    t('print.status'),
    ...(named ? [t('print.customer')] : []),
  ];
  return (
    <Lines heads={heads}>
      {papers.map((paper) => {
        const { code, type, mailing, runNumber, words, customer } = paper;
        return (
          <tr key={code}>
            <td>
              <Code code={code} bare />
            </td>
            <td>{`${type.name}, ${mailing.name}, ${t('detail.run', { run: runNumber })}`}</td>
            <td>
              {words.headline}
              <SetAside of={paper} short />
            </td>
            {named && <td>{customer?.name}</td>}
          </tr>
        );
      })}
    </Lines>
  );
}

function Lines({ heads, children }: { heads: readonly string[]; children: ReactNode }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
