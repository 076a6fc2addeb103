import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ImportResult } from '../../../../../shared/contracts/customers.ts';
import type { JobView } from '../../../../../shared/contracts/jobs.ts';
import { call } from '../../../api/call.ts';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Meter } from '../../../ui/Meter.tsx';
import { Failed, Loading, Notice } from '../../../ui/Notice.tsx';
import { importJobQuery } from '../api.ts';
import { ImportFigures } from './ImportFigures.tsx';
import styles from './ImportJob.module.css';

interface ImportJobProps {
  id: string;
  dryRun: boolean;
  children: (result: ImportResult) => React.ReactNode;
  /** Under what is said of one that was stopped. */
  actions: React.ReactNode;
}

/** A large file goes on by itself; this shows how far it has come, and then what came of it. */
export function ImportJob({ id, dryRun, children, actions }: ImportJobProps) {
  const { t } = useTranslation(['customers', 'common']);
  const problems = useProblemText();
  const job = useQuery(importJobQuery(id));
  if (!job.data) {
    return job.error ? (
      <Failed
        text={problems.reading(job.error)}
        again={t('common:list.again')}
        onAgain={() => void job.refetch()}
      />
    ) : (
      <Loading text={t('common:list.loading')} />
    );
  }
  const { state, result } = job.data;
  if (state === 'done' && result) return children(result as unknown as ImportResult);
  if (state === 'failed') {
    return (
      <>
        <Notice kind="error" title={t('customers:import.job.failed')}>
          <p>{t('customers:import.job.failedText')}</p>
        </Notice>
        {actions}
      </>
    );
  }
  if (state === 'cancelled') {
    return (
      <>
        <Stopped job={job.data} dryRun={dryRun} />
        {actions}
        {result && <ImportFigures result={result as unknown as ImportResult} />}
      </>
    );
  }
  return <UnderWay job={job.data} dryRun={dryRun} />;
}

function Stopped({ job: { done, total }, dryRun }: { job: JobView; dryRun: boolean }) {
  const { t, i18n } = useTranslation('customers');
  const number = new Intl.NumberFormat(i18n.language);
  const counts = { done: number.format(done), total: number.format(total ?? 0) };
  const far = total === null ? undefined : t('import.job.stoppedAt', { ...counts, count: total });
  return (
    <div role="status">
      <Notice title={dryRun ? t('import.job.checkCancelled') : t('import.job.cancelled')}>
        <p>{dryRun ? t('import.job.checkCancelledText') : t('import.job.cancelledText')}</p>
        {far && <p>{far}</p>}
      </Notice>
    </div>
  );
}

function UnderWay({ job: { id, done, total, cancelling }, dryRun }: { job: JobView; dryRun: boolean }) {
  const { t, i18n } = useTranslation('customers');
  const queries = useQueryClient();
  const problems = useProblemText();
  const stop = useMutation({
    mutationFn: () => call('post /jobs/{id}/cancel', { params: { id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: importJobQuery(id).queryKey }),
  });
  const number = new Intl.NumberFormat(i18n.language);
  const text =
    total === null
      ? t('import.job.starting')
      : t('import.job.progress', { count: total, done: number.format(done), total: number.format(total) });
  return (
    <div className={styles.underWay}>
      <h2>{dryRun ? t('import.job.checking') : t('import.job.importing')}</h2>
      <Meter label={t('import.job.label')} text={text} done={done} total={total} />
      <p>{t('import.job.leave')}</p>
      {stop.error && <Notice kind="error" title={problems.doing(stop.error)} />}
      <p>
        <Button busy={stop.isPending || cancelling} onClick={() => stop.mutate()}>
          {cancelling ? t('import.job.stopping') : t('import.job.stop')}
        </Button>
      </p>
    </div>
  );
}
