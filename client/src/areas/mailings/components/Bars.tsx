import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { MailingDetailView } from '../../../../../shared/contracts/mailings.ts';
import { classes } from '../../../ui/classes.ts';
import { answerVariable, type Bar, barsOf, shareOf } from '../figures.ts';
import type { PaperFilter } from '../paper-filter.ts';
import styles from './Bars.module.css';
import { NumberLink } from './NumberLink.tsx';
import { useNumbers } from './use-numbers.ts';

/** What came back, value by value: the answers, and why the post brought some back. */
export function Bars({ mailing }: { mailing: MailingDetailView }) {
  const { t } = useTranslation('mailings');
  const { id, figures } = mailing;
  const answer = answerVariable(figures);
  const remarks = barsOf(figures, 'remark')[0];
  const remark = remarks && remarks.documents > 0 && { ...remarks, label: t('bars.withRemark') };
  const of = (key: 'ofAnswered' | 'ofUndeliverable', filter: PaperFilter, amount: number) => (
    <Trans
      t={t}
      i18nKey={`bars.${key}`}
      values={{ amount }}
      components={{ number: <NumberLink mailing={id} filter={filter} count={amount} /> }}
    />
  );
  return (
    <div className={styles.blocks}>
      {answer && (
        <Block
          mailing={id}
          variable={answer}
          title={figures.labels[answer] ?? answer}
          of={of('ofAnswered', { only: 'answered' }, figures.answered)}
          bars={barsOf(figures, answer)}
          whole={figures.answered}
          beside={remark || undefined}
        />
      )}
      <Block
        mailing={id}
        variable="undeliverable"
        title={figures.labels['undeliverable'] ?? t('head.undeliverable')}
        of={of('ofUndeliverable', { only: 'undeliverable' }, figures.undeliverable)}
        bars={barsOf(figures, 'undeliverable')}
        whole={figures.undeliverable}
        context
        beside={answer ? undefined : remark || undefined}
      />
    </div>
  );
}

interface BlockProps {
  mailing: string;
  variable: string;
  title: string;
  of: ReactNode;
  bars: Bar[];
  whole: number;
  context?: boolean;
  /** Stands beside the values and is no part of the whole. */
  beside?: Bar | undefined;
}

/** A table that is drawn as well: one row a value, the bar from zero to the stated whole. */
function Block({ mailing, variable, title, of, bars, whole, context = false, beside }: BlockProps) {
  const { t } = useTranslation('mailings');
  const numbers = useNumbers();
  const row = (name: string, { value, label, documents }: Bar, quiet: boolean) => (
    <tr key={`${name} ${value}`}>
      <th scope="row" className={classes(quiet && styles.quiet)}>
        {label}
      </th>
      <td>{!quiet && <Drawn share={shareOf(documents, whole)} />}</td>
      <td className={styles.right}>
        <NumberLink mailing={mailing} filter={{ variable: name, value }} count={documents} />
      </td>
      <td className={classes(styles.right, styles.quiet)}>{!quiet && numbers.share(documents, whole)}</td>
    </tr>
  );
  return (
    <section className={classes(styles.block, context && styles.context)}>
      <h2>{title}</h2>
      <p className={styles.of}>{of}</p>
      <table className={styles.bars}>
        <caption className="for-screen-readers">{title}</caption>
        <thead className="for-screen-readers">
          <tr>
            <th scope="col">{t('bars.value')}</th>
            <th scope="col">{t('bars.bar')}</th>
            <th scope="col">{t('bars.papers')}</th>
            <th scope="col">{t('bars.share')}</th>
          </tr>
        </thead>
        <colgroup>
          <col className={styles.label} />
          <col />
          <col className={styles.count} />
          <col className={styles.share} />
        </colgroup>
        <tbody>
          {bars.map((bar) => row(variable, bar, false))}
          {beside && row('remark', beside, true)}
        </tbody>
      </table>
    </section>
  );
}

/** At least a line where there is anything at all. */
function Drawn({ share = 0 }: { share: number | undefined }) {
  if (share === 0) return null;
  return <div className={styles.bar} style={{ width: `max(3px, ${100 * share}%)` }} aria-hidden="true" />;
}
