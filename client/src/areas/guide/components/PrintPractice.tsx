import { IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fetchFile, keepFile } from '../../../api/fetch-file.ts';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';

/** The practice label as a file to print, made by the printer's rules. */
export function PrintPractice() {
  const { t } = useTranslation('guide');
  const problems = useProblemText();
  const printing = useMutation({
    mutationFn: async () => keepFile(await fetchFile('/labels/practice.pdf', {}, {}), 'practice.pdf'),
  });
  return (
    <>
      <Button
        icon={<IconPrinter size={20} stroke={1.6} aria-hidden="true" />}
        busy={printing.isPending}
        onClick={() => printing.mutate()}
      >
        {t('practice.print')}
      </Button>
      {printing.error && <Notice kind="error" title={problems.reading(printing.error)} />}
      {printing.isSuccess && <Notice kind="done">{t('practice.printed')}</Notice>}
    </>
  );
}
