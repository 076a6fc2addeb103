import { type ComponentType, lazy, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UnreachableError } from '../api/problem.ts';
import { requireServer } from '../api/require-server.ts';
import { Actions, Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Page } from './Page.tsx';

const noted = () => undefined;

/** What the stand-in of a part gets that could not be fetched. */
export interface Retry {
  onAgain: () => void;
  /** Another try is under way. */
  busy: boolean;
  /** The server answers and yet the part does not come, as after an update: only loading the page anew helps. */
  stale: boolean;
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

  async function fetchPart(): Promise<ComponentType<Props>> {
    await requireServer();
    Part = await load();
    return Part;
  }

  function SecondTry(props: Props) {
    const [trying, setTrying] = useState(true);
    const [failed, setFailed] = useState<'unreachable' | 'stale' | null>(null);
    // The first try begins by itself: this was perhaps shown before, and all is well by now.
    useEffect(() => {
      if (!trying || Part) return;
      let gone = false;
      fetchPart()
        .catch((error) => gone || setFailed(error instanceof UnreachableError ? 'unreachable' : 'stale'))
        .finally(() => gone || setTrying(false));
      return () => {
        gone = true;
      };
    }, [trying]);
    if (Part) return <Part {...props} />;
    if (!failed) return null;
    return <Failed {...props} onAgain={() => setTrying(true)} busy={trying} stale={failed === 'stale'} />;
  }

  const Lazy = lazy(async () => {
    try {
      return { default: await fetchPart() };
    } catch {
      return { default: SecondTry as ComponentType<Props> };
    }
  });

  function Fetched(props: Props) {
    // Once shown, it stays the same component; another would lose what was filled in.
    const [Ready] = useState(() => Part);
    return Ready ? <Ready {...props} /> : <Lazy {...props} />;
  }

  /** Before it is shown, so that it stands at once: after a wait in `Suspense`, React holds it back for a while. */
  return Object.assign(Fetched, { prepare: () => fetchPart().then(noted, noted) });
}

/** For a part within a page. */
export function PartNotFetched({ onAgain, busy, stale }: Retry) {
  const { t } = useTranslation('common');
  return (
    <Notice kind="error" title={stale ? t('notFetched.partStale') : t('notFetched.part')}>
      {stale ? (
        <Reload look="quiet" />
      ) : (
        <Button look="quiet" busy={busy} onClick={onAgain}>
          {t('list.again')}
        </Button>
      )}
    </Notice>
  );
}

/** For a whole page. Loading anew also helps where the server has been updated and the old files are gone. */
export function PageNotFetched({ onAgain, busy, stale }: Retry) {
  const { t } = useTranslation('common');
  return (
    <Page title={t('notFetched.title')} lead={stale ? t('notFetched.textStale') : t('notFetched.text')}>
      <Actions>
        {!stale && (
          <Button look="primary" busy={busy} onClick={onAgain}>
            {t('list.again')}
          </Button>
        )}
        <Reload look={stale ? 'primary' : 'secondary'} />
      </Actions>
    </Page>
  );
}

function Reload({ look }: { look: 'primary' | 'secondary' | 'quiet' }) {
  const { t } = useTranslation('common');
  return (
    <Button look={look} onClick={() => window.location.reload()}>
      {t('crashed.reload')}
    </Button>
  );
}
