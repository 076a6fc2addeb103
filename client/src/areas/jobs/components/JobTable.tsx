import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { JobView } from '../../../../../shared/contracts/jobs.ts';
import { call } from '../../../api/call.ts';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { useDates, useSession } from '../../../app/session.ts';
import { Button } from '../../../ui/Button.tsx';
import { Meter } from '../../../ui/Meter.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { type Column, Second, Table } from '../../../ui/Table.tsx';
import { isUnderWay, jobsKey } from '../api.ts';
import { useKindText } from './use-kind-text.ts';

/** Jobs with how far they have come; who may can stop them. */
export function JobTable({ jobs }: { jobs: JobView[] }) {
  const { t } = useTranslation('jobs');
  const { user, may } = useSession();
  const dates = useDates();
  const problems = useProblemText();
  const kindText = useKindText();
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: (id: string) => call('post /jobs/{id}/cancel', { params: { id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: jobsKey }),
  });
  const columns: Column<JobView>[] = [
    {
      key: 'kind',
      head: t('kindHead'),
      width: 1.6,
      cell: ({ kind, attempts }) => (
        <>
          {kindText(kind)}
          {attempts > 1 && <Second>{t('attempt', { amount: attempts })}</Second>}
        </>
      ),
    },
    { key: 'state', head: t('stateHead'), width: 1.4, cell: (job) => <State job={job} /> },
    {
      key: 'startedBy',
      head: t('startedBy'),
      width: 1.2,
      cell: ({ startedBy }) => startedBy?.name ?? t('byItself'),
    },
    {
      key: 'started',
      head: t('started'),
      cell: ({ startedAt, createdAt }) => dates.moment(startedAt ?? createdAt),
    },
    { key: 'ended', head: t('ended'), cell: ({ endedAt }) => (endedAt ? dates.moment(endedAt) : '–') },
    {
      key: 'action',
      head: t('action'),
      quietHead: true,
      atRight: true,
      width: 0.6,
      cell: (job) =>
        isUnderWay(job) && !job.cancelling && (may('jobs.cancel') || job.startedBy?.id === user.id) ? (
          <Button
            look="quiet"
            busy={cancel.isPending && cancel.variables === job.id}
            aria-label={t('cancelLong', { kind: kindText(job.kind) })}
            onClick={() => cancel.mutate(job.id)}
          >
            {t('cancel')}
          </Button>
        ) : null,
    },
  ];
  return (
    <>
      {cancel.error && <Notice kind="error" title={problems.doing(cancel.error)} />}
      <Table caption={t('caption')} columns={columns} rows={jobs} rowKey={({ id }) => id} />
    </>
  );
}

function State({ job }: { job: JobView }) {
  const { t } = useTranslation('jobs');
  const kindText = useKindText();
  const { done, total } = job;
  const text = total === null ? t('progressUnknown', { done }) : t('progress', { done, total });
  return (
    <>
      <b>{job.cancelling ? t('cancelling') : t(`state.${job.state}`)}</b>
      {job.state === 'running' && (
        <Meter
          label={t('progressLabel', { kind: kindText(job.kind) })}
          text={text}
          done={done}
          total={total}
        />
      )}
      {job.state === 'failed' && <Second>{t('failedUnknown')}</Second>}
    </>
  );
}
