import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Listed } from '../../../app/Listed.tsx';
import { Page } from '../../../app/Page.tsx';
import { paths } from '../../../app/paths.ts';
import { useSession } from '../../../app/session.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Notice.tsx';
import { SearchBox } from '../../../ui/SearchBox.tsx';
import { mailingsQuery } from '../api.ts';
import { MailingTable } from '../components/MailingTable.tsx';
import { NoMailings } from '../components/NoMailings.tsx';
import styles from './mailings.module.css';

export default function MailingsPage() {
  const { t } = useTranslation('mailings');
  const { may } = useSession();
  const [search, setSearch] = useSearchParams();
  const query = search.get('query') ?? '';
  const single = search.has('single');
  const mailings = useInfiniteQuery({ ...mailingsQuery(query, single), placeholderData: keepPreviousData });
  const change = useCallback(
    (text: string, singles: boolean) =>
      setSearch({ ...(text && { query: text }), ...(singles && { single: '' }) }, { replace: true }),
    [setSearch],
  );
  const onSearch = useCallback((text: string) => change(text, single), [change, single]);
  const empty = mailings.data?.pages.every((page) => page.items.length === 0) ?? false;
  const none = empty && query === '' && !single;
  const add = may('mailings.issue') && !none && (
    <LinkButton to={paths.addMailing} look="primary" icon={<IconPlus size={20} stroke={1.7} />}>
      {t('list.issue')}
    </LinkButton>
  );
  return (
    <Page title={t('list.title')} actions={add}>
      <div className={styles.tools}>
        {!none && <SearchBox label={t('list.find')} value={query} onSearch={onSearch} />}
        <label className={styles.switch}>
          <input type="checkbox" checked={single} onChange={(event) => change(query, event.target.checked)} />
          <span>{t('list.single')}</span>
        </label>
      </div>
      <Listed
        list={mailings}
        empty={
          query ? (
            <Empty title={t('list.noneFound')}>{t('list.noneFoundText', { text: query })}</Empty>
          ) : (
            <NoMailings />
          )
        }
      >
        {(rows) => <MailingTable mailings={rows} />}
      </Listed>
    </Page>
  );
}
