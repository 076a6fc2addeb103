import { IconChevronDown } from '@tabler/icons-react';
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { paths } from '../paths.ts';
import { useSession } from '../session.ts';
import { ThemeChoice } from './ThemeChoice.tsx';
import styles from './UserMenu.module.css';
import { useSignOut } from './use-sign-out.tsx';

/** Behind one's own name: a list that unfolds, not a menu of an application (so Tab goes through it). */
export function UserMenu() {
  const { t } = useTranslation('common');
  const { user } = useSession();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { pathname } = useLocation();
  const { signOut, question } = useSignOut();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes it
  useEffect(() => setOpen(false), [pathname]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    button.current?.focus();
  };
  const onBlur = (event: FocusEvent) => {
    if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  useOutsidePress(open, button, () => setOpen(false));

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only catches Escape from what is inside
    <div className={styles.user} onKeyDown={onKeyDown} onBlur={onBlur} data-screen-only>
      <button
        ref={button}
        type="button"
        className={styles.userName}
        aria-expanded={open}
        aria-controls="user-menu"
        onClick={() => setOpen(!open)}
      >
        <span>{user.name}</span>
        <IconChevronDown size={16} stroke={1.7} aria-hidden="true" />
      </button>
      <div id="user-menu" className={open ? styles.userMenuOpen : styles.userMenu}>
        <p className={styles.userEmail}>{user.email}</p>
        <ul>
          <li>
            <Link to={paths.account}>{t('shell.account')}</Link>
          </li>
          <li>
            <Link to={paths.about}>{t('shell.about')}</Link>
          </li>
          <li className={styles.themes}>
            <ThemeChoice />
          </li>
          <li>
            <button type="button" onClick={signOut}>
              {t('shell.signOut')}
            </button>
          </li>
        </ul>
      </div>
      {question}
    </div>
  );
}

function useOutsidePress(open: boolean, button: React.RefObject<HTMLElement | null>, close: () => void) {
  useEffect(() => {
    if (!open) return;
    const onPress = (event: PointerEvent) => {
      const inside = button.current?.parentElement?.contains(event.target as Node);
      if (!inside) close();
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  });
}
