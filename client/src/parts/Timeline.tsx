import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventView } from '../../../shared/contracts/documents.ts';
import { useDates } from '../app/session.ts';
import { PlacePath } from './PlacePath.tsx';
import styles from './Timeline.module.css';

interface TimelineProps {
  /** Oldest first, as they were booked; the newest stands on top. */
  events: readonly EventView[];
  /** What the process calls a moment. */
  momentLabel?: (name: string) => string | undefined;
  /** Places lead to their pages. */
  linkPlaces?: boolean;
}

/** What happened, as rings on a line; the filled one is how things stand now. */
export function Timeline({ events, momentLabel, linkPlaces = false }: TimelineProps) {
  const dates = useDates();
  const titleOf = useEventTitle(momentLabel, linkPlaces);
  const newestFirst = events.toReversed();
  return (
    <ol className={styles.timeline}>
      {newestFirst.map((event) => (
        <li key={event.id} className={styles.event}>
          <span className={styles.ring} aria-hidden="true" />
          <time className={styles.date} dateTime={event.at} title={dates.moment(event.at)}>
            {dates.brief(event.at)}
          </time>
          <div className={styles.text}>
            <p className={styles.title}>{titleOf(event)}</p>
            <By event={event} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function By({ event }: { event: EventView }) {
  const { t } = useTranslation('parts');
  const by = event.by?.name ?? t('event.byItself');
  return <p className={styles.note}>{event.station ? `${event.station}, ${by}` : by}</p>;
}

function useEventTitle(momentLabel: TimelineProps['momentLabel'], linkPlaces: boolean) {
  const { t } = useTranslation('parts');
  return ({ kind, moment, place }: EventView): ReactNode => {
    const label = moment === undefined ? undefined : (momentLabel?.(moment) ?? moment);
    const into = place && place.path.length > 0 && (
      <PlacePath path={place.path.slice(-1)} linkLast={linkPlaces} />
    );
    if (label !== undefined && into)
      return (
        <>
          {label}
          {' · '}
          {t('event.into')} {into}
        </>
      );
    if (label !== undefined) return kind === 'undone' ? t('event.takenBack', { what: label }) : label;
    if (into && (kind === 'placed' || kind === 'moved' || kind === 'received')) {
      return (
        <>
          {t(`event.${kind}Into`)} {into}
        </>
      );
    }
    return t(`event.${kind}`);
  };
}
