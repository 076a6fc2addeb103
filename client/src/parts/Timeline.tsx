import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventView } from '../../../shared/contracts/documents.ts';
import type { Sighting } from '../../../shared/contracts/fields.ts';
import { useDates } from '../app/session.ts';
import { classes } from '../ui/classes.ts';
import { PlacePath } from './PlacePath.tsx';
import styles from './Timeline.module.css';

interface TimelineProps {
  /** Oldest first, as they were booked; the newest stands on top. */
  events: readonly EventView[];
  /** Seen without anything being booked: stands among the events, but is none. */
  lastSeen: Sighting | null;
  /** What the process calls a moment. */
  momentLabel?: (name: string) => string | undefined;
  /** Places lead to their pages. */
  linkPlaces?: boolean;
}

/** What happened, as rings on a line; the filled one is how things stand now. */
export function Timeline({ events, lastSeen, momentLabel, linkPlaces = false }: TimelineProps) {
  const { t } = useTranslation('parts');
  const titleOf = useEventTitle(momentLabel, linkPlaces);
  const newestFirst = events.toReversed();
  // Before what was booked earlier; after all where the clock says that it is older than everything.
  const earlier = lastSeen ? newestFirst.findIndex(({ at }) => at <= lastSeen.at) : -1;
  const seenAt = earlier === -1 ? newestFirst.length : earlier;
  const entry = (event: EventView) => <Entry key={event.id} title={titleOf(event)} booked {...event} />;
  return (
    <ol className={styles.timeline}>
      {newestFirst.slice(0, seenAt).map(entry)}
      {lastSeen && <Entry title={t('event.seen')} {...lastSeen} />}
      {newestFirst.slice(seenAt).map(entry)}
    </ol>
  );
}

interface EntryProps extends Pick<EventView, 'at' | 'by' | 'station'> {
  title: ReactNode;
  booked?: boolean;
}

function Entry({ title, at, by, station, booked = false }: EntryProps) {
  const { t } = useTranslation('parts');
  const dates = useDates();
  const name = by?.name ?? t('event.byItself');
  return (
    <li className={classes(styles.event, booked ? styles.booked : styles.seen)}>
      <span className={styles.ring} aria-hidden="true" />
      <time className={styles.date} dateTime={at} title={dates.moment(at)}>
        {dates.brief(at)}
      </time>
      <div className={styles.text}>
        <p className={styles.title}>{title}</p>
        <p className={styles.note}>{station ? `${station}, ${name}` : name}</p>
      </div>
    </li>
  );
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
