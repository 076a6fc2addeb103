import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../../api/problem.ts';
import { useAddress } from '../../../api/use-address.ts';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { classes } from '../../../ui/classes.ts';
import { Failed, Loading } from '../../../ui/Notice.tsx';
import { type Printed, previewQuery } from '../api.ts';
import { refusalKey } from '../refusals.ts';
import styles from './labels.module.css';

/** The first page just as it will be printed, drawn by the server from the same drawing as the file. */
export function PagePreview({ printed }: { printed: Printed }) {
  const { t } = useTranslation(['labels', 'common']);
  const problems = useProblemText();
  const preview = useQuery(previewQuery(printed));
  const address = useAddress(preview.data);
  const key = preview.error instanceof ProblemError ? refusalKey(preview.error.problem) : undefined;
  return (
    <section className={styles.preview} aria-busy={preview.isFetching}>
      <h2>{t('labels:preview.title')}</h2>
      {preview.error ? (
        <Failed
          text={key ? t(`labels:refused.${key}`) : problems.reading(preview.error)}
          again={t('common:list.again')}
          onAgain={() => void preview.refetch()}
        />
      ) : address ? (
        <img
          className={classes(styles.page, preview.isPlaceholderData && styles.stale)}
          src={address}
          alt={t('labels:preview.alt')}
        />
      ) : (
        <Loading text={t('common:list.loading')} />
      )}
      <p className={styles.hint}>{t('labels:preview.text')}</p>
    </section>
  );
}
