import { type ComponentType, lazy, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Actions, Button } from '../ui/Button.tsx';
import { Failed as FailedNotice } from '../ui/Notice.tsx';
import { Page } from './Page.tsx';

/** What stands in for a part of the screens that could not be fetched. */
export type NotFetchedProps<Props> = Props & { onAgain: () => void };

/**
 * A part of the screens that only few need, fetched when it is first shown. `React.lazy` alone throws for ever after
 * one failed fetch, and takes the page around it along with all that was filled in; here `Failed` stands in its place,
 * offers another try, and each later showing tries by itself. Wants a `Suspense` around it.
 */
export function fetched<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Failed: ComponentType<NotFetchedProps<Props>>,
) {
  let Part: ComponentType<Props> | undefined;

  function SecondTry(props: Props) {
    const [turn, setTurn] = useState({ failed: false });
    // Each new turn is a try; the first begins by itself, since this was perhaps shown before.
    useEffect(() => {
      if (turn.failed || Part) return;
      let gone = false;
      load()
        .then((part) => {
          Part = part;
          if (!gone) setTurn({ failed: false });
        })
        .catch(() => gone || setTurn({ failed: true }));
      return () => {
        gone = true;
      };
    }, [turn]);
    if (Part) return <Part {...props} />;
    return turn.failed ? <Failed {...props} onAgain={() => setTurn({ failed: false })} /> : null;
  }

  return lazy(async () => {
    try {
      Part = await load();
      return { default: Part };
    } catch {
      return { default: SecondTry as ComponentType<Props> };
    }
  });
}

/** For a part within a page. */
export function PartNotFetched({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation('common');
  return <FailedNotice text={t('notFetched.part')} again={t('list.again')} onAgain={onAgain} />;
}

/** For a whole page. Loading anew also helps where the server has been updated and the old files are gone. */
export function PageNotFetched({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation('common');
  return (
    <Page title={t('notFetched.title')} lead={t('notFetched.text')}>
      <Actions>
        <Button look="primary" onClick={onAgain}>
          {t('list.again')}
        </Button>
        <Button onClick={() => window.location.reload()}>{t('crashed.reload')}</Button>
      </Actions>
    </Page>
  );
}
