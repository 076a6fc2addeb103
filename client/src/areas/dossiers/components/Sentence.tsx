import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../../app/session.ts';
import { classes } from '../../../ui/classes.ts';
import { capital } from '../capital.ts';
import type { Shown, SummedUp } from '../sum-up.ts';
import styles from './Sentence.module.css';

interface SentenceProps {
  summedUp: SummedUp;
  shown: Shown | null;
  /** The address that shows only those papers. */
  linkTo: (shown: Shown | null) => string;
}

/** The dossier in one sentence; each number shows the papers that it counts. */
export function Sentence({ summedUp: { total, parts, where }, shown, linkTo }: SentenceProps) {
  const { t } = useTranslation('dossiers');
  const dates = useDates();
  const howMany = useNumberWord();
  const link = (group: Shown, text: string) => (
    <Link
      to={linkTo(group)}
      replace
      preventScrollReset
      aria-current={shown === group ? 'true' : undefined}
      className={classes(styles.number, shown === group && styles.shown)}
    >
      {text}
    </Link>
  );
  return (
    <p className={classes('lead', styles.sentence)}>
      {capital(t('sentence.papers', { count: total, howMany: howMany(total) }))}
      {': '}
      {parts.map(({ group, count, by }, index) => (
        <Fragment key={group}>
          {index > 0 && ', '}
          {link(
            group,
            total === 1 ? t(`alone.${group}`) : t(`group.${group}`, { count, howMany: howMany(count) }),
          )}
          {by && ` ${t('sentence.by', { count, day: dates.calendar(by) })}`}
        </Fragment>
      ))}
      {'.'}
      {where.map(({ group, count }) => (
        <Fragment key={group}>
          {' '}
          {link(
            group,
            total === 1
              ? t(`aloneWhere.${group}`)
              : capital(t(`where.${group}`, { count, howMany: howMany(count) })),
          )}
          {'.'}
        </Fragment>
      ))}
      {shown && (
        <>
          {' '}
          <Link to={linkTo(null)} replace preventScrollReset className={styles.all}>
            {t('sentence.all')}
          </Link>
        </>
      )}
    </p>
  );
}

/** Up to twelve in words, as people write. */
function useNumberWord() {
  const { t, i18n } = useTranslation('dossiers');
  return (count: number) => {
    if (count < 1 || count > 12) return new Intl.NumberFormat(i18n.language).format(count);
    const key = `n${count as 1}` as const;
    return t(`number.${key}`);
  };
}
