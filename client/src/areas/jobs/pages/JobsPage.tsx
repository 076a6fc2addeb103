import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Listed } from '../../../app/Listed.tsx';
import { Page } from '../../../app/Page.tsx';
import { SelectField } from '../../../ui/form/ChoiceFields.tsx';
import { Empty } from '../../../ui/Notice.tsx';
import { jobStates, jobsQuery } from '../api.ts';
import { JobTable } from '../components/JobTable.tsx';

export default function JobsPage() {
  const { t } = useTranslation('jobs');
  const [search, setSearch] = useSearchParams();
  const state = jobStates.find((one) => one === search.get('state'));
  const jobs = useInfiniteQuery({ ...jobsQuery(state), placeholderData: keepPreviousData });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div style={{ maxWidth: '240px' }}>
        <SelectField
          name="state"
          label={t('filter')}
          defaultValue={state ?? ''}
          onChange={(value) => setSearch(value ? { state: value } : {}, { replace: true })}
          options={[
            { value: '', label: t('all') },
            ...jobStates.map((value) => ({ value, label: t(`state.${value}`) })),
          ]}
        />
      </div>
      <Listed
        list={jobs}
        empty={state ? <Empty title={t('noneFound')} /> : <Empty title={t('none')}>{t('noneText')}</Empty>}
      >
        {(rows) => <JobTable jobs={rows} />}
      </Listed>
    </Page>
  );
}
