import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router';
import type { PlaceView } from '../../../../../shared/contracts/places.ts';
import { isContainerKind } from '../../../../../shared/places/placement.ts';
import { isProblem } from '../../../api/problem.ts';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { Page } from '../../../app/Page.tsx';
import { paths } from '../../../app/paths.ts';
import { useDates, useSession } from '../../../app/session.ts';
import { useCodeMistake } from '../../../app/use-code-mistake.ts';
import { Code } from '../../../parts/Code.tsx';
import { PlacePath } from '../../../parts/PlacePath.tsx';
import { SetAside } from '../../../parts/SetAside.tsx';
import { Failed, Loading, Notice } from '../../../ui/Notice.tsx';
import { placeQuery } from '../api.ts';
import { Contents } from '../components/Contents.tsx';
import { Fill, useRoom } from '../components/Fill.tsx';
import { PapersInPlace } from '../components/PapersInPlace.tsx';
import { PlaceActions } from '../components/PlaceActions.tsx';
import styles from '../components/place.module.css';

export default function PlacePage() {
  const { t } = useTranslation(['places', 'common']);
  const { code = '' } = useParams();
  const problems = useProblemText();
  const mistakeIn = useCodeMistake();
  const place = useQuery(placeQuery(code));
  const above = { path: paths.places, title: t('places:list.title') };
  if (isProblem(place.error, 'not-found') || isProblem(place.error, 'invalid-request')) {
    return (
      <Page
        title={t('places:detail.notFound')}
        above={above}
        lead={mistakeIn(code) ?? t('places:detail.notFoundText')}
      />
    );
  }
  if (place.data) return <Known key={code} place={place.data} />;
  return (
    <Page title={t('common:page.place')} above={above}>
      {place.error ? (
        <Failed
          text={problems.reading(place.error)}
          again={t('common:list.again')}
          onAgain={() => void place.refetch()}
        />
      ) : (
        <Loading text={t('common:list.loading')} />
      )}
    </Page>
  );
}

function Known({ place }: { place: PlaceView }) {
  const { t } = useTranslation('places');
  const { may } = useSession();
  const [done, setDone] = useState<'changed' | 'moved'>();
  const empty = place.places === 0 && place.documents === 0;
  return (
    <div className={styles.place}>
      <Page
        title={place.name}
        above={{ path: paths.places, title: t('list.title') }}
        lead={<About place={place} />}
      >
        <PlaceActions place={place} onDone={setDone} />
        {done ? <Notice kind="done">{t(`detail.${done}`)}</Notice> : <Made />}
        <SetAside of={place} linked />
        <section className={styles.section}>
          <Heading place={place} />
          {empty && (
            <div className={styles.tight}>
              <p className="lines">
                {isContainerKind(place.kind)
                  ? t('detail.emptyContainer')
                  : t(may('places.change') ? 'detail.emptyText' : 'detail.emptyRead')}
              </p>
            </div>
          )}
          {place.contents.length > 0 && <Contents place={place} />}
          {place.documents > 0 && may('documents.read') && <PapersInPlace place={place} />}
        </section>
      </Page>
    </div>
  );
}

/** Its code, where it stands, and since when: under its name. */
function About({ place }: { place: PlaceView }) {
  const { t, i18n } = useTranslation('places');
  const dates = useDates();
  const country = place.country && new Intl.DisplayNames(i18n.language, { type: 'region' }).of(place.country);
  const { lastSeen } = place;
  const notes = [
    t(`kind.${place.kind}`),
    country,
    t('detail.since', { when: dates.moment(place.since) }),
    lastSeen && t('detail.lastSeen', { when: dates.moment(lastSeen.at), station: lastSeen.station }),
  ];
  return (
    <span className={styles.about}>
      <span className={styles.code}>
        <Code code={place.code} copy />
      </span>
      {place.path.length > 1 && (
        <span>
          <PlacePath path={place.path.slice(0, -1)} linkAll />
        </span>
      )}
      <span className={styles.note}>{notes.filter(Boolean).join('. ')}</span>
    </span>
  );
}

/** "412 papers", and how much more fits in. */
function Heading({ place: { places, documents, capacity } }: { place: PlaceView }) {
  const { t } = useTranslation('places');
  const room = useRoom();
  const filled = places + documents;
  const words = [
    places > 0 && t('count.places', { count: places }),
    (documents > 0 || places === 0) && filled > 0 && t('count.papers', { count: documents }),
  ].filter(Boolean);
  return (
    <>
      <div className={styles.head}>
        <h2>{words.length > 0 ? words.join(', ') : t('detail.empty')}</h2>
        {capacity !== null && <p>{room(filled, capacity)}</p>}
      </div>
      {capacity !== null && <Fill filled={filled} capacity={capacity} />}
    </>
  );
}

/** What the page before has made. */
function Made() {
  const { t } = useTranslation('places');
  const state = useLocation().state as { made?: boolean; row?: string; count?: number } | null;
  if (state?.row) {
    return <Notice kind="done">{t('detail.madeRow', { count: state.count ?? 0, names: state.row })}</Notice>;
  }
  return state?.made ? <Notice kind="done">{t('detail.made')}</Notice> : null;
}
