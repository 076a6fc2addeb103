import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Failed, Loading, Notice } from '../../../ui/Notice.tsx';
import { keys, ownSessionsQuery } from '../api.ts';
import styles from './OwnSessions.module.css';
import { SessionTable } from './SessionTable.tsx';

/** Where one is signed in, and how to end it there. */
export function OwnSessions() {
  const { t } = useTranslation(['accounts', 'common']);
  const problems = useProblemText();
  const queries = useQueryClient();
  const sessions = useQuery(ownSessionsQuery);
  const [news, setNews] = useState('');
  const refresh = () => queries.invalidateQueries({ queryKey: keys.sessions });
  const end = useMutation({
    mutationFn: (id: string) => call('delete /sessions/{id}', { params: { id } }),
    onSuccess: () => setNews(t('accounts:sessions.ended')),
    onSettled: refresh,
  });
  const endOthers = useMutation({
    mutationFn: () => call('delete /sessions'),
    onSuccess: () => setNews(t('accounts:sessions.othersEnded')),
    onSettled: refresh,
  });
  const failed = end.error ?? endOthers.error;
  const items = sessions.data?.items;
  return (
    <section className={styles.sessions}>
      <h2>{t('accounts:own.sessions')}</h2>
      {news && !failed && <Notice kind="done">{news}</Notice>}
      {failed && <Notice kind="error" title={problems.doing(failed)} />}
      {items ? (
        <SessionTable
          sessions={items}
          onEnd={end.mutate}
          ending={end.isPending ? end.variables : undefined}
        />
      ) : sessions.error ? (
        <Failed
          text={problems.reading(sessions.error)}
          again={t('common:list.again')}
          onAgain={() => void sessions.refetch()}
        />
      ) : (
        <Loading text={t('common:list.loading')} />
      )}
      {items && items.length > 1 && (
        <p>
          <Button busy={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {t('accounts:sessions.endOthers')}
          </Button>
        </p>
      )}
    </section>
  );
}
