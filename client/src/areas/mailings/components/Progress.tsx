import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailingDetailView } from '../../../../../shared/contracts/mailings.ts';
import { Meter } from '../../../ui/Meter.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { jobQuery, mailingQuery } from '../api.ts';
import { notYetMailed } from '../figures.ts';

/** How far issuing has come, from its job; who may not see the job goes by the figures. */
export function Issuing({ mailing }: { mailing: MailingDetailView }) {
  const { t } = useTranslation(['mailings', 'common']);
  const queries = useQueryClient();
  const job = useQuery({ ...jobQuery(mailing.job), retry: false });
  const ended = job.data?.endedAt;
  useEffect(() => {
    if (ended) void queries.invalidateQueries({ queryKey: mailingQuery(mailing.id).queryKey });
  }, [ended, queries, mailing.id]);

  const done = Math.max(job.data?.done ?? 0, mailing.figures.issued);
  return (
    <Notice title={t('mailings:issuing.title')}>
      <Meter
        label={t('mailings:progressLabel', { name: mailing.name })}
        text={t('mailings:progress', { done, count: mailing.papers })}
        done={done}
        total={mailing.papers}
      />
      <p>{job.data?.problem ? t('mailings:issuing.failed') : t('mailings:issuing.text')}</p>
      {job.data?.cancelling && <p>{t('mailings:issuing.stopping')}</p>}
    </Notice>
  );
}

/** A large mailing is marked by a job; its figures tell how far that is. */
export function Marking({ mailing }: { mailing: MailingDetailView }) {
  const { t } = useTranslation('mailings');
  const { mailed } = mailing.figures;
  const total = mailed + notYetMailed(mailing.figures);
  return (
    <Notice title={t('issuing.marking')}>
      <Meter
        label={t('issuing.marking')}
        text={t('progress', { done: mailed, count: total })}
        done={mailed}
        total={total}
      />
    </Notice>
  );
}
