import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Listed } from '../../../app/Listed.tsx';
import { Page } from '../../../app/Page.tsx';
import { useSession } from '../../../app/session.ts';
import { Empty } from '../../../ui/Notice.tsx';
import { exceptionsQuery, refusedQuery } from '../api.ts';
import styles from '../components/Exceptions.module.css';
import { ExceptionTable } from '../components/ExceptionTable.tsx';
import { RefusedTable } from '../components/RefusedTable.tsx';

const tabs = ['open', 'settled', 'refused'] as const;

/** What waits for a person, what was decided, and what was turned down. */
export default function ExceptionsPage() {
  const { t } = useTranslation('scanning');
  const { may } = useSession();
  const [search] = useSearchParams();
  const tab = tabs.find((one) => one === search.get('show')) ?? 'open';
  return (
    <Page
      title={t('exceptions.title')}
      lead={t(may('scanning.settle') ? 'exceptions.lead' : 'exceptions.leadRead')}
    >
      <nav aria-label={t('exceptions.tabs')} className={styles.tabs}>
        <ul>
          {tabs.map((one) => (
            <li key={one}>
              <Link
                to={one === 'open' ? '?' : `?show=${one}`}
                replace
                aria-current={one === tab ? 'page' : undefined}
                className={styles.tab}
              >
                {t(`exceptions.${one}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {tab === 'refused' ? <Refused /> : <Exceptions key={tab} settled={tab === 'settled'} />}
    </Page>
  );
}

function Exceptions({ settled }: { settled: boolean }) {
  const { t } = useTranslation('scanning');
  const list = useInfiniteQuery({ ...exceptionsQuery(settled), refetchOnMount: 'always' });
  const none = settled ? (
    <Empty title={t('exceptions.noneSettled')}>{t('exceptions.noneSettledText')}</Empty>
  ) : (
    <Empty title={t('exceptions.noneOpen')}>{t('exceptions.noneOpenText')}</Empty>
  );
  return (
    <Listed list={list} empty={none}>
      {(rows) => <ExceptionTable rows={rows} settled={settled} />}
    </Listed>
  );
}

function Refused() {
  const { t } = useTranslation('scanning');
  const list = useInfiniteQuery({ ...refusedQuery, refetchOnMount: 'always' });
  return (
    <Listed
      list={list}
      empty={<Empty title={t('exceptions.noneRefused')}>{t('exceptions.noneRefusedText')}</Empty>}
    >
      {(rows) => <RefusedTable rows={rows} />}
    </Listed>
  );
}
