import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Failed, Loading } from '../ui/Notice.tsx';
import { useProblemText } from './form/use-problem-text.ts';

interface ListedProps<Row> {
  /** An infinite query whose pages have `items`. */
  list: {
    data: { pages: { items: Row[] }[] } | undefined;
    error: unknown;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => unknown;
    refetch: () => unknown;
  };
  empty: ReactNode;
  children: (rows: Row[]) => ReactNode;
}

/** A list that comes in pages: fetching, failed, empty, or the rows with a way to more. */
export function Listed<Row>({ list, empty, children }: ListedProps<Row>) {
  const { t } = useTranslation('common');
  const problems = useProblemText();
  const rows = list.data?.pages.flatMap((page) => page.items);
  const failed = list.error ? (
    <Failed text={problems.reading(list.error)} again={t('list.again')} onAgain={() => list.refetch()} />
  ) : null;
  if (!rows) return failed ?? <Loading text={t('list.loading')} />;
  if (rows.length === 0) return failed ?? empty;
  return (
    <>
      {failed}
      <div>{children(rows)}</div>
      {list.hasNextPage && (
        <p>
          <Button busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            {t('list.more')}
          </Button>
        </p>
      )}
    </>
  );
}
