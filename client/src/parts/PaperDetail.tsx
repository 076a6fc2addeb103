import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DocumentView, EventsView } from '../../../shared/contracts/documents.ts';
import type { ProcessView } from '../../../shared/contracts/processes.ts';
import { useProblemText } from '../app/form/use-problem-text.ts';
import { paths } from '../app/paths.ts';
import { useDates, useSession } from '../app/session.ts';
import { type Fact, Facts } from '../ui/Facts.tsx';
import { Failed, Loading } from '../ui/Notice.tsx';
import { ConfirmButton } from './ConfirmButton.tsx';
import { KeyPoints } from './KeyPoints.tsx';
import type { KeyPointDefinition, KeyPointValue } from './key-points.ts';
import styles from './PaperDetail.module.css';
import { SetAside } from './SetAside.tsx';
import { Timeline } from './Timeline.tsx';
import { WhereItIs } from './WhereItIs.tsx';

export interface PaperDetailProps {
  paper: Omit<DocumentView, 'customer'>;
  events: { data: EventsView | undefined; error: unknown; refetch: () => unknown };
  /** Its words for variables, values and moments. */
  process: { data: ProcessView | undefined; isLoading: boolean };
  keyPoints: readonly KeyPointDefinition[];
  /** Absent where the reader may not. */
  onSaveKeyPoints?: (values: Record<string, KeyPointValue>) => Promise<unknown>;
  onCancel?: () => Promise<unknown>;
  onReportMissing?: () => Promise<unknown>;
  /** On a page of its own, or opened where its place stands already: no heading over the paper lies between. */
  ownPage?: boolean;
  inRow?: boolean;
}

/** All about one paper: where it is, its key points, the values in numbers, its history, and what can be done. */
export function PaperDetail(props: PaperDetailProps) {
  const { paper, keyPoints, onSaveKeyPoints, ownPage = false, inRow = false } = props;
  const Heading = ownPage || inRow ? 'h2' : 'h3';
  const { t } = useTranslation('parts');
  const facts = useFacts(props, !inRow);
  return (
    <div className={styles.detail}>
      {!inRow && <SetAside of={paper} linked />}
      <Facts look="plain" facts={facts} />
      {keyPoints.length > 0 && (
        <KeyPoints
          key={paper.code}
          definitions={keyPoints}
          values={paper.keyPoints}
          {...(onSaveKeyPoints && { onSave: onSaveKeyPoints })}
        />
      )}
      <section className={styles.history}>
        <Heading>{t('paper.history')}</Heading>
        <History {...props} />
      </section>
      <PaperActions {...props} />
    </div>
  );
}

/** `withPlace`: where it lies is not said beside it already. */
function useFacts({ paper, process }: PaperDetailProps, withPlace: boolean): Fact[] {
  const { place, mailing } = paper;
  const { t } = useTranslation('parts');
  const { may } = useSession();
  const dates = useDates();
  const facts: Fact[] = [];
  if (withPlace) {
    const name = place.path.length > 0 ? t('paper.liesIn') : t('paper.where');
    facts.push({ name, value: <WhereItIs place={place} linkLast={may('places.read')} /> });
  }
  const { details } = paper.words;
  if (details.length > 0) facts.push({ name: t('paper.beside'), value: details.join(', ') });
  if (mailing.expectedBy) {
    facts.push({ name: t('paper.expectedBy'), value: dates.calendar(mailing.expectedBy) });
  }
  const title = may('mailings.read') ? (
    <Link to={paths.mailing(mailing.id)}>{mailing.name}</Link>
  ) : (
    mailing.name
  );
  const number = <span className={styles.quiet}> {t('paper.runNumber', { number: paper.runNumber })}</span>;
  const titled = (
    <>
      {title}
      {number}
    </>
  );
  facts.push({ name: t('paper.mailing'), value: titled });
  facts.push({ name: t('paper.values'), value: <Values values={paper.status} process={process} /> });
  return facts;
}

interface ValuesProps {
  values: Readonly<Record<string, number>>;
  process: PaperDetailProps['process'];
}

/** Each variable and its value in words, with the number that stands in exports; bare where the words cannot be had. */
function Values({ values, process: { data, isLoading } }: ValuesProps) {
  // The bare ones must not come and go before the words are there.
  if (isLoading) return null;
  return (
    <span className={styles.values}>
      {Object.entries(values).map(([name, value]) => {
        const variable = data?.variables.find((one) => one.name === name);
        const word = variable?.values.find((one) => one.value === value)?.label;
        return (
          <span key={name}>
            {variable?.label ?? name} {word !== undefined && <b>{word}</b>}{' '}
            <span className={styles.quiet}>{value}</span>
          </span>
        );
      })}
    </span>
  );
}

function History({ events, process }: PaperDetailProps) {
  const { t } = useTranslation('common');
  const { may } = useSession();
  const problems = useProblemText();
  if (events.data && !process.isLoading) {
    return (
      <Timeline
        events={events.data.items}
        lastSeen={events.data.lastSeen}
        momentLabel={(name) => process.data?.moments.find((moment) => moment.name === name)?.label}
        linkPlaces={may('places.read')}
      />
    );
  }
  if (!events.error) return <Loading text={t('list.loading')} />;
  return (
    <Failed text={problems.reading(events.error)} again={t('list.again')} onAgain={() => events.refetch()} />
  );
}

/** Only what would not be refused for this paper. */
function PaperActions({ paper: { place }, onCancel, onReportMissing }: PaperDetailProps) {
  const { t } = useTranslation('parts');
  const canCancel = onCancel && place.state === 'not-yet-mailed';
  const canReport = onReportMissing && place.state === 'placed';
  if (!canCancel && !canReport) return null;
  return (
    <div className={styles.actions} data-screen-only>
      {canReport && (
        <ConfirmButton
          label={t('paper.notHere')}
          title={t('paper.notHereTitle')}
          text={t('paper.notHereText')}
          confirm={t('paper.notHereConfirm')}
          onConfirm={onReportMissing}
        />
      )}
      {canCancel && (
        <ConfirmButton
          label={t('paper.cancel')}
          title={t('paper.cancelTitle')}
          text={t('paper.cancelText')}
          confirm={t('paper.cancelConfirm')}
          danger
          onConfirm={onCancel}
        />
      )}
    </div>
  );
}
