import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fetchFile, keepFile } from '../../../api/fetch-file.ts';
import { ProblemError } from '../../../api/problem.ts';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { refusalKey } from '../refusals.ts';
import styles from './labels.module.css';

interface PrintButtonProps {
  path: string;
  params?: Record<string, string>;
  query: Record<string, unknown>;
  /** Of the file, without its ending; never with a person's name. */
  name: string;
  look?: 'primary' | 'secondary';
  children: string;
}

/** Fetches the PDF; what it is refused for, and how to print it, stand under the button. */
export function PrintButton({
  path,
  params = {},
  query,
  name,
  look = 'primary',
  children,
}: PrintButtonProps) {
  const { t } = useTranslation('labels');
  const problems = useProblemText();
  const printing = useMutation({
    mutationFn: async () => keepFile(await fetchFile(path, params, query), `${name}.pdf`),
  });
  const { error } = printing;
  const key = error instanceof ProblemError ? refusalKey(error.problem) : undefined;
  return (
    <>
      <Actions>
        <Button
          look={look}
          icon={<IconDownload size={20} stroke={1.6} aria-hidden="true" />}
          busy={printing.isPending}
          onClick={() => printing.mutate()}
        >
          {children}
        </Button>
      </Actions>
      {/* There before it says anything: else it is not read out. */}
      <div role="status" className={styles.said}>
        {printing.isPending && <Notice title={t('print.busy')} />}
      </div>
      {error && <Notice kind="error" title={key ? t(`refused.${key}`) : problems.reading(error)} />}
      {printing.isSuccess && <Notice kind="done">{t('print.done')}</Notice>}
    </>
  );
}
