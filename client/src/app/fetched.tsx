import { type ComponentType, lazy, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Actions, Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Page } from './Page.tsx';

/** What the stand-in of a part gets that could not be fetched. */
export interface Retry {
  onAgain: () => void;
  /** Another try is under way. */
  busy: boolean;
}

/**
 * A part of the screens that only few need, fetched when it is first shown. `React.lazy` alone throws for ever after
 * one failed fetch, and takes the page around it along with all that was filled in; here `Failed` stands in its place,
 * offers another try, and each later showing tries by itself. Wants a `Suspense` around it.
 */
export function fetched<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Failed: ComponentType<Props & Retry>,
) {
  let Part: ComponentType<Props> | undefined;

  function SecondTry(props: Props) {
    const [trying, setTrying] = useState(true);
    const [failed, setFailed] = useState(false);
    // The first try begins by itself: this was perhaps shown before, and all is well by now.
    useEffect(() => {
      if (!trying || Part) return;
      let gone = false;
      load()
        .then((part) => {
          Part = part;
        })
        .catch(() => gone || setFailed(true))
        .finally(() => gone || setTrying(false));
      return () => {
        gone = true;
      };
    }, [trying]);
    if (Part) return <Part {...props} />;
    return failed ? <Failed {...props} onAgain={() => setTrying(true)} busy={trying} /> : null;
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
export function PartNotFetched({ onAgain, busy }: Retry) {
  const { t } = useTranslation('common');
  return (
    <Notice kind="error" title={t('notFetched.part')}>
      <Button look="quiet" busy={busy} onClick={onAgain}>
        {t('list.again')}
      </Button>
    </Notice>
  );
}

/** For a whole page. Loading anew also helps where the server has been updated and the old files are gone. */
export function PageNotFetched({ onAgain, busy }: Retry) {
  const { t } = useTranslation('common');
  return (
    <Page title={t('notFetched.title')} lead={t('notFetched.text')}>
      <Actions>
        <Button look="primary" busy={busy} onClick={onAgain}>
          {t('list.again')}
        </Button>
        <Button onClick={() => window.location.reload()}>{t('crashed.reload')}</Button>
      </Actions>
    </Page>
  );
}
