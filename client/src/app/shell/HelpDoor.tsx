import { IconHelp } from '@tabler/icons-react';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { loadTexts } from '../../texts/index.ts';
import { Actions, Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { fetched, type Retry } from '../fetched.tsx';
import { paths } from '../paths.ts';

// The manual is long: only who asks fetches it.
const HelpDialog = fetched(async () => {
  const [module] = await Promise.all([
    import('../../areas/help/components/HelpDialog.tsx'),
    loadTexts('help'),
    loadTexts('manual'),
  ]);
  return module.HelpDialog;
}, HelpNotFetched);

function HelpNotFetched({ onAgain, busy, stale, onClose }: Retry & { onClose: () => void }) {
  const { t } = useTranslation('common');
  return (
    <Dialog title={t('notFetched.help')} onClose={onClose}>
      <p>{stale ? t('notFetched.helpStale') : t('notFetched.helpText')}</p>
      <Actions>
        {stale ? (
          <a href={paths.help} target="_blank" rel="noreferrer">
            {t('notFetched.helpTab')}
          </a>
        ) : (
          <Button look="primary" busy={busy} onClick={onAgain}>
            {t('list.again')}
          </Button>
        )}
        <Button onClick={onClose}>{t('notFetched.close')}</Button>
      </Actions>
    </Dialog>
  );
}

interface HelpDoorProps {
  className: string | undefined;
  size?: number;
  /** False before the sign-in: then the pages of the manual are still closed. */
  inside?: boolean;
}

/** Help for the page one is on, over it, so that nothing that was filled in is lost: this button, or `?`. */
export function HelpDoor({ className, size = 22, inside = true }: HelpDoorProps) {
  const { t } = useTranslation('common');
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes it
  useEffect(() => setOpen(false), [pathname]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.ctrlKey || event.altKey || event.metaKey) return;
      const typing = event.target instanceof Element && event.target.matches('input, textarea, select');
      if (typing || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return (
    <>
      <button
        type="button"
        className={className}
        data-screen-only
        aria-label={t('shell.help')}
        title={`${t('shell.help')} (?)`}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <IconHelp size={size} stroke={1.6} aria-hidden="true" />
      </button>
      {open && (
        <Suspense>
          <HelpDialog pathname={pathname} inside={inside} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
