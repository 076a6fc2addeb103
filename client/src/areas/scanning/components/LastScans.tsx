import { IconArrowBackUp, IconClock } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCode } from '../../../../../shared/codes/code.ts';
import { useDates } from '../../../app/session.ts';
import { Code } from '../../../parts/Code.tsx';
import { ConfirmDialog } from '../../../parts/ConfirmDialog.tsx';
import type { Scan } from '../../../scan/session.ts';
import { isUndoable, undoableSinceMoment } from '../../../scan/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { isGood, type Look, lookOf } from '../looks.ts';
import { problemOf } from '../tell-scan.ts';
import styles from './LastScans.module.css';
import { OutcomeSign } from './OutcomeSign.tsx';
import type { StationView } from './use-station.ts';

const shown = 40;

/** The newest on top, each with a way back. */
export function LastScans({ view }: { view: StationView }) {
  const { t } = useTranslation('scanning');
  const scans = view.session.scans.filter(({ undoes }) => undoes === null).slice(0, shown);
  return (
    <section className={styles.last} aria-labelledby="last-scans">
      <div className={styles.head}>
        <h2 id="last-scans" className={styles.title}>
          {t('last.title')}
        </h2>
        <UndoAll view={view} />
      </div>
      {scans.length === 0 ? (
        <p className={styles.none}>{t('last.none')}</p>
      ) : (
        <ol className={styles.list}>
          {scans.map((scan) => (
            <Row
              key={scan.id}
              scan={scan}
              where={scan.place ? view.nameOfPlace(scan.place) : ''}
              mayUndo={isUndoable(scan) && view.session.stop === null}
              onUndo={view.station.undo}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

interface RowProps {
  scan: Scan;
  /** The name of the place that it was put into; empty: into none. */
  where: string;
  mayUndo: boolean;
  onUndo: (id: string) => void;
}

/** Forty of them would be drawn anew at each scan, twice, before its outcome shows. */
const Row = memo(function Row({ scan, where, mayUndo, onUndo }: RowProps) {
  const { t } = useTranslation('scanning');
  const dates = useDates();
  const { strong, rest } = useWords(scan, where);
  const look = lookOfScan(scan);
  return (
    <li
      className={classes(styles.row, scan.takenBack === 'yes' && styles.gone)}
      data-look={look ?? 'waiting'}
    >
      <span className={styles.sign}>
        {look ? (
          <OutcomeSign look={look} size={32} />
        ) : (
          <IconClock size={28} stroke={1.5} aria-hidden="true" />
        )}
      </span>
      <div className={styles.words}>
        <p className={styles.what}>
          <strong>{strong}</strong>
          {rest && <span>{` · ${rest}`}</span>}
        </p>
        <p className={styles.when}>
          <Code code={scan.code} bare />
          <time>{dates.exactTime(scan.at)}</time>
        </p>
      </div>
      {mayUndo && (
        <button
          type="button"
          className={styles.undo}
          aria-label={t('last.undo', { what: strong, code: formatCode(scan.code) })}
          title={t('last.undo', { what: strong, code: formatCode(scan.code) })}
          onClick={() => onUndo(scan.id)}
        >
          <IconArrowBackUp size={24} stroke={1.8} aria-hidden="true" />
        </button>
      )}
    </li>
  );
});

function lookOfScan({ result, takenBack }: Scan): Look | null {
  if (takenBack === 'yes') return 'undone';
  if (!result) return null;
  if (result.outcome !== 'partly') return lookOf(result.outcome);
  // The half that went through is what undo is about.
  return result.moment && isGood(result.moment) ? lookOf(result.moment.outcome) : 'refused';
}

function useWords(scan: Scan, where: string): { strong: string; rest: string } {
  const { t } = useTranslation('scanning');
  const { result, moment, place, takenBack } = scan;
  const what = moment?.label ?? (place ? t('last.placeOnly') : t('word.seen'));
  if (takenBack === 'asked') return { strong: t('last.takingBack'), rest: what };
  if (takenBack === 'yes') return { strong: t('last.takenBack'), rest: what };
  if (!result) return { strong: t('last.waiting'), rest: what };
  const problem = problemOf(result);
  const why = problem ? t(`brief.${problem}`) : '';
  switch (result.outcome) {
    case 'booked':
      return { strong: what, rest: where };
    case 'partly': {
      const good = result.moment && isGood(result.moment);
      return { strong: good ? what : t('last.placeOnly'), rest: why };
    }
    case 'seen':
      return { strong: t('word.seen'), rest: result.document?.words.headline ?? '' };
    case 'exception':
      return { strong: t('word.exception'), rest: what };
    case 'already-booked':
      return { strong: t('word.already'), rest: '' };
    default:
      return { strong: t(`word.${lookOf(result.outcome)}`), rest: why };
  }
}

/** "I had the wrong answer on." */
function UndoAll({ view }: { view: StationView }) {
  const { t } = useTranslation('scanning');
  const [asking, setAsking] = useState(false);
  const { station, session } = view;
  const count = undoableSinceMoment(session).length;
  const what = session.moment?.label ?? '';
  if ((count < 2 || session.stop !== null) && !asking) return null;
  return (
    <>
      <Button look="quiet" onClick={() => setAsking(true)}>
        {t('last.undoAll', { count, what })}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('last.undoAllTitle', { count })}
          submitText={t('last.undoAllDo')}
          keepText={t('last.undoAllKeep')}
          danger
          send={async () => station.undoSinceMoment()}
          onDone={() => undefined}
          onClose={() => setAsking(false)}
        >
          <p>{t('last.undoAllText', { what })}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
