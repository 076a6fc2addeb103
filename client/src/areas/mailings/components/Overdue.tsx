import { Trans, useTranslation } from 'react-i18next';
import type { MailingDetailView } from '../../../../../shared/contracts/mailings.ts';
import { fileName } from '../save-file.ts';
import { NumberLink } from './NumberLink.tsx';
import styles from './Overdue.module.css';
import { SaveButton } from './SaveButton.tsx';
import { useNumbers } from './use-numbers.ts';

/** Who should have answered by now. */
export function Overdue({ mailing }: { mailing: MailingDetailView }) {
  const { t } = useTranslation('mailings');
  const numbers = useNumbers();
  const { id, name, expectedBy, figures } = mailing;
  const count = figures.overdue;
  if (count === 0 || expectedBy === null) return null;
  const ago = numbers.ago(expectedBy);
  const number = <NumberLink mailing={id} filter={{ only: 'overdue' }} count={count} />;
  return (
    <section className={styles.band}>
      <div>
        <h2>
          <Trans
            t={t}
            i18nKey={ago ? 'overdue.titleAgo' : 'overdue.title'}
            count={count}
            values={{ day: numbers.day(expectedBy), ago }}
            components={{ number }}
          />
        </h2>
        <p>{t('overdue.text')}</p>
      </div>
      <SaveButton
        path="/mailings/{id}/documents.csv"
        id={id}
        query={{ only: 'overdue' }}
        name={fileName(name, t('papers.only.overdue'))}
      >
        {t('overdue.save')}
      </SaveButton>
    </section>
  );
}
