import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../../api/problem.ts';
import { useAddress } from '../../../api/use-address.ts';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { classes } from '../../../ui/classes.ts';
import { Failed, Loading, Notice } from '../../../ui/Notice.tsx';
import { type Printed, previewQuery } from '../api.ts';
import { refusalKey } from '../refusals.ts';
import styles from './labels.module.css';

interface PagePreviewProps {
  /** Nothing where nothing has been chosen yet. */
  printed: Printed | undefined;
  /** Of which page it is the first one, where the screen has several. */
  title?: string;
  /** What is said of the picture. */
  text?: string;
}

/** The first page just as it will be printed. Its pane stays where it is while there is nothing to show. */
export function PagePreview({ printed, title, text }: PagePreviewProps) {
  const { t } = useTranslation('labels');
  return (
    <section className={styles.preview}>
      <h2>{title ?? t('preview.title')}</h2>
      {printed ? (
        <FirstPage printed={printed} text={text ?? t('preview.text')} />
      ) : (
        <p className={styles.hint}>{t('preview.nothing')}</p>
      )}
    </section>
  );
}

/** Drawn by the server from the same drawing as the file. */
function FirstPage({ printed, text }: { printed: Printed; text: string }) {
  const { t } = useTranslation(['labels', 'common']);
  const problems = useProblemText();
  const preview = useQuery(previewQuery(printed));
  const address = useAddress(preview.data);
  const key = preview.error instanceof ProblemError ? refusalKey(preview.error.problem) : undefined;
  // What is refused is refused again: another choice helps, another try does not.
  if (key) return <Notice kind="error" title={t(`labels:refused.${key}`)} />;
  if (preview.error)
    return (
      <Failed
        text={problems.reading(preview.error)}
        again={t('common:list.again')}
        onAgain={() => void preview.refetch()}
      />
    );
  if (!address) return <Loading text={t('common:list.loading')} />;
  return (
    <>
      <img
        className={classes(styles.page, preview.isPlaceholderData && styles.stale)}
        src={address}
        alt={t('labels:preview.alt')}
        aria-busy={preview.isFetching}
      />
      <p className={styles.hint}>{text}</p>
    </>
  );
}
