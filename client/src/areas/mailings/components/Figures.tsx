import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailingDetailView } from '../../../../../shared/contracts/mailings.ts';
import { useDates } from '../../../app/session.ts';
import { answerVariable, notYetMailed, unanswered } from '../figures.ts';
import type { Figure } from '../paper-filter.ts';
import styles from './Figures.module.css';
import { NumberLink } from './NumberLink.tsx';
import { useNumbers } from './use-numbers.ts';

/** What became of the papers, in five numbers at most; each opens the papers that it counts. */
export function Figures({ mailing }: { mailing: MailingDetailView }) {
  const { t } = useTranslation('mailings');
  const numbers = useNumbers();
  const dates = useDates();
  const { id, figures, createdAt, mailedAt } = mailing;
  const { issued, mailed, answered, undeliverable } = figures;
  const asks = answerVariable(figures) !== undefined;
  // Of a mailing that is being issued or was cancelled, nothing waits to be mailed.
  const notYet = mailing.state === 'issued' ? notYetMailed(figures) : 0;
  const share = (part: number) => numbers.share(part, mailed);
  const ofMailed = share(answered);
  const one = (only: Figure, count: number, note: ReactNode) => (
    <One key={only} mailing={id} only={only} count={count} note={note} />
  );
  const small = (only: Figure, count: number, text: string) => (
    <NumberLink mailing={id} filter={{ only }} count={count}>
      {text}
    </NumberLink>
  );
  return (
    <section className={styles.figures} aria-label={t('detail.figures')}>
      {one(
        'issued',
        issued,
        <>
          {dates.day(createdAt)}
          {figures.void > 0 && (
            <>, {small('void', figures.void, t('detail.void', { amount: figures.void }))}</>
          )}
        </>,
      )}
      {one(
        'mailed',
        mailed,
        <>
          {mailedAt && dates.day(mailedAt)}
          {mailedAt && notYet > 0 && ', '}
          {notYet > 0 && small('not-mailed', notYet, t('detail.notYet', { amount: notYet }))}
        </>,
      )}
      {asks && one('answered', answered, ofMailed && t('detail.ofMailed', { share: ofMailed }))}
      {one('undeliverable', undeliverable, share(undeliverable))}
      {asks && one('open', unanswered(figures), share(unanswered(figures)))}
    </section>
  );
}

interface OneProps {
  mailing: string;
  only: Figure;
  count: number;
  note: ReactNode;
}

function One({ mailing, only, count, note }: OneProps) {
  const { t } = useTranslation('mailings');
  const words: Partial<Record<Figure, string>> = {
    issued: t('detail.issued'),
    mailed: t('detail.mailed'),
    answered: t('detail.answered'),
    undeliverable: t('detail.undeliverable'),
    open: t('detail.open'),
  };
  return (
    <div className={styles.figure}>
      <div className={styles.value}>
        <NumberLink mailing={mailing} filter={{ only }} count={count} />
        <span>{words[only]}</span>
      </div>
      {note && <p>{note}</p>}
    </div>
  );
}
