import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DocumentView, WaitingScan } from '../../../shared/contracts/documents.ts';
import type { WaitingMove } from '../../../shared/contracts/places.ts';
import { paths } from '../app/paths.ts';
import { useDates, useSession } from '../app/session.ts';
import { classes } from '../ui/classes.ts';
import styles from './SetAside.module.css';

type Waiting = WaitingMove & Partial<Pick<WaitingScan, 'moment'>>;

interface SetAsideProps {
  /** A paper, or a container that was moved late. */
  of: { code: string; waiting: readonly Waiting[] } & Partial<Pick<DocumentView, 'words' | 'place'>>;
  /** With the way to decide, for whoever may. */
  linked?: boolean;
  /** In a list: what the scan says and when, and no more. */
  short?: boolean;
}

/** That what a paper says, or where a container lies, is in doubt: a scan says something else and waits for a person. Nothing where none does. */
export function SetAside({ of, linked = false, short = false }: SetAsideProps) {
  const { t } = useTranslation('parts');
  const { may } = useSession();
  if (of.waiting.length === 0) return null;
  return (
    <div className={classes(styles.aside, short && styles.short)}>
      <IconAlertTriangle size={short ? 16 : 20} stroke={1.7} aria-hidden="true" />
      <div>
        {of.waiting.map((scan, index) => (
          <p key={scan.id}>
            {index === 0 && <b>{t('setAside.word')}. </b>}
            <Why scan={scan} short={short} />
          </p>
        ))}
        {!short && (
          <p>
            <Counts of={of} />
          </p>
        )}
        {linked && may('scanning.settle') && (
          <p data-screen-only>
            <Link to={paths.exceptionsOf(of.code)} className={styles.decide}>
              {t('setAside.decide')}
            </Link>
          </p>
        )}
      </div>
    </div>
  );
}

function Why({ scan, short }: { scan: Waiting; short: boolean }): ReactNode {
  const { t } = useTranslation('parts');
  const said = useSaid(scan);
  const dates = useDates();
  const ago = dates.ago(scan.at);
  return (
    <>
      {!short && `${t(`setAside.reason.${scan.reason}`)}. `}
      {said}, {dates.moment(scan.at)}
      {!short && ago && ` (${ago})`}.
    </>
  );
}

/** What the scan says, in a sentence without its end. */
function useSaid({ reason, moment, scannedPlace }: Waiting): string {
  const { t } = useTranslation('parts');
  const what = moment?.label;
  const place = scannedPlace.at(-1)?.name;
  if (what !== undefined && place !== undefined) return t('setAside.says.both', { what, place });
  if (what !== undefined) return t('setAside.says.moment', { what });
  if (place !== undefined) return t('setAside.says.place', { place });
  return t(reason === 'changed-since' ? 'setAside.says.undo' : 'setAside.says.else');
}

/** Which answer holds for now, where an answer is in doubt. */
function Counts({ of: { words, place, waiting } }: Pick<SetAsideProps, 'of'>): ReactNode {
  const { t } = useTranslation('parts');
  const gone = place?.state === 'void' || place?.state === 'destroyed';
  const answer = waiting.some(({ moment }) => moment);
  return words && answer && !gone ? t('setAside.countsAs', { now: words.headline }) : t('setAside.counts');
}
