import { IconMenu2, IconSearch, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { isCovered } from '../../ui/cover.ts';
import { Wordmark } from '../../ui/Wordmark.tsx';
import { paths } from '../paths.ts';
import { HelpDoor } from './HelpDoor.tsx';
import { Navigation } from './Navigation.tsx';
import { Palette } from './Palette.tsx';
import { ScannedAnywhere } from './ScannedAnywhere.ts';
import styles from './Shell.module.css';
import tools from './ShellTools.module.css';
import { UnsentBand } from './UnsentBand.tsx';
import { UserMenu } from './UserMenu.tsx';
import { usePalettePlaceholder } from './use-palette-placeholder.ts';

/** The bar above every page: name, pages, search, oneself. */
export function Shell({ children }: { children: ReactNode }) {
  const searchFor = usePalettePlaceholder();
  const { t } = useTranslation('common');
  /** What the search begins with; null: it is closed. */
  const [searching, setSearching] = useState<string | null>(null);
  const [menuOpen, setMenuOpen] = useState(false);
  const { pathname } = useLocation();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the menu and the search
  useEffect(() => {
    setMenuOpen(false);
    setSearching(null);
  }, [pathname]);

  useSearchKey(() => setSearching((text) => text ?? ''));

  return (
    <>
      <a className={tools.skip} href="#page">
        {t('shell.skip')}
      </a>
      <header className={styles.bar}>
        <Link to={paths.home} className={styles.name} aria-label={t('shell.home')}>
          <Wordmark />
        </Link>
        <div id="menu" className={menuOpen ? tools.drawerOpen : tools.drawer}>
          <Navigation />
          <UserMenu />
        </div>
        <button type="button" className={tools.search} data-screen-only onClick={() => setSearching('')}>
          <IconSearch size={18} stroke={1.7} aria-hidden="true" />
          <span className={tools.searchText}>{searchFor}</span>
          <span className={tools.searchShort}>{t('palette.short')}</span>
          <ShortcutKeys />
        </button>
        <HelpDoor className={tools.help} />
        <button
          type="button"
          className={tools.menuButton}
          data-screen-only
          aria-expanded={menuOpen}
          aria-controls="menu"
          onClick={() => setMenuOpen(!menuOpen)}
        >
          {menuOpen ? (
            <IconX size={20} stroke={1.7} aria-hidden="true" />
          ) : (
            <IconMenu2 size={20} stroke={1.7} aria-hidden="true" />
          )}
          <span>{t('shell.menu')}</span>
        </button>
      </header>
      <UnsentBand />
      <main id="page" tabIndex={-1} className={tools.main}>
        {children}
      </main>
      <ScannedAnywhere search={setSearching} />
      {searching !== null && <Palette key={searching} text={searching} onClose={() => setSearching(null)} />}
    </>
  );
}

/** Ctrl K, or ⌘ K. */
function useSearchKey(onSearch: () => void): void {
  const search = useEffectEvent(onSearch);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      if (!isCovered()) search();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

const keys = { apple: '⌘ K', other: 'Ctrl K' };

function ShortcutKeys() {
  const apple = /Mac|iPhone|iPad/.test(navigator.userAgent);
  return (
    <span className={tools.keys} aria-hidden="true">
      {apple ? keys.apple : keys.other}
    </span>
  );
}
