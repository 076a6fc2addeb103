import { IconMessageQuestion, IconPin } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { PlacePath } from '../../../parts/PlacePath.tsx';
import type { Session } from '../../../scan/session.ts';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import styles from './Doing.module.css';
import { shortcuts } from './use-shortcuts.ts';
import type { StationView } from './use-station.ts';

/** The left column: what every paper is booked as, and where it goes. */
export function Doing({ view, onChoose }: { view: StationView; onChoose: () => void }) {
  const { t } = useTranslation('scanning');
  const { station, session } = view;
  return (
    <section className={styles.doing}>
      <ModeChoice mode={session.mode} onMode={(mode) => station.dispatch({ type: 'mode', mode })} />
      <div className={styles.block}>
        <MomentNow session={session} />
        <p>
          <Button look="quiet" onClick={onChoose}>
            {session.moment ? t('keys.moment') : t('panel.choose')}
          </Button>
        </p>
      </div>
      <PlaceNow view={view} />
      <Keys />
    </section>
  );
}

const modes = { sticky: IconPin, each: IconMessageQuestion } as const;

export function ModeChoice({
  mode,
  onMode,
}: {
  mode: Session['mode'];
  onMode: (mode: Session['mode']) => void;
}) {
  const { t } = useTranslation('scanning');
  return (
    <fieldset className={styles.modes}>
      <legend className="for-screen-readers">{t('mode.label')}</legend>
      <div className={styles.switch}>
        {(['sticky', 'each'] as const).map((one) => {
          const Sign = modes[one];
          return (
            <label key={one} className={classes(styles.mode, one === mode && styles.on)}>
              <input
                type="radio"
                name="mode"
                className="for-screen-readers"
                checked={one === mode}
                onChange={() => onMode(one)}
              />
              <Sign size={20} stroke={1.6} aria-hidden="true" />
              {t(`mode.${one}`)}
            </label>
          );
        })}
      </div>
      <p className={styles.hint}>{mode === 'sticky' ? t('mode.stickyText') : t('mode.eachText')}</p>
    </fieldset>
  );
}

function MomentNow({ session: { mode, moment, place } }: { session: Session }) {
  const { t } = useTranslation('scanning');
  const set = mode === 'each' ? t('doing.asked') : moment?.label;
  if (set) {
    return (
      <>
        <p className={styles.label}>{t('doing.bookedAs')}</p>
        <p className={styles.large}>{set}</p>
      </>
    );
  }
  // A box alone books too: where the paper lies, and nothing else.
  return (
    <>
      <p className={styles.label}>{t('doing.is')}</p>
      <p className={classes(styles.large, !place && styles.none)}>
        {place ? t('doing.putAway') : t('doing.lookedUp')}
      </p>
      <p className={styles.hint}>{place ? t('doing.putAwayText') : t('doing.lookedUpText')}</p>
    </>
  );
}

function PlaceNow({ view: { session, nameOfPlace } }: { view: StationView }) {
  const { t } = useTranslation('scanning');
  const { place, places } = session;
  const known = place ? places[place] : undefined;
  if (!place) {
    return (
      <div className={styles.block}>
        <p className={styles.label}>{t('doing.goesInto')}</p>
        <p className={classes(styles.large, styles.none)}>{t('doing.noPlace')}</p>
        <p className={styles.hint}>{t('doing.noPlaceText')}</p>
        <p className={styles.hint}>{t('doing.stays')}</p>
      </div>
    );
  }
  return (
    <div className={styles.block}>
      <p className={styles.label}>{t('doing.goesInto')}</p>
      <p className={styles.large}>{nameOfPlace(place)}</p>
      {known && known.path.length > 1 && (
        <p className={styles.hint}>
          <PlacePath path={known.path.slice(0, -1)} dropSite />
        </p>
      )}
      <Fill code={place} />
    </div>
  );
}

/** How full the box is, as the server last said it. */
function Fill({ code }: { code: string }) {
  const { t } = useTranslation('scanning');
  const { data } = useQuery({
    queryKey: ['places', code],
    queryFn: () => call('get /places/{code}', { params: { code } }),
  });
  if (!data) return null;
  const { capacity } = data;
  const lying = data.documents + data.places;
  if (capacity === null) return <p className={styles.hint}>{t('doing.lying', { amount: lying })}</p>;
  const room = capacity - lying;
  return (
    <div className={styles.fill}>
      <span className={styles.track} aria-hidden="true">
        <span style={{ width: `${Math.min(100, (100 * lying) / capacity)}%` }} />
      </span>
      <span>{t('doing.of', { amount: lying, capacity })}</span>
      <span className={styles.room}>{room > 0 ? t('doing.roomFor', { amount: room }) : t('doing.full')}</span>
    </div>
  );
}

function Keys() {
  const { t } = useTranslation('scanning');
  return (
    <dl className={styles.keys} aria-label={t('keys.title')}>
      {(['moment', 'box', 'undo', 'done', 'clear'] as const).map((what) => (
        <div key={what}>
          <dt>
            <kbd>{shortcuts[what]}</kbd>
          </dt>
          <dd>{t(`keys.${what}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
