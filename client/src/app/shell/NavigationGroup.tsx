import { IconChevronDown } from '@tabler/icons-react';
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { classes } from '../../ui/classes.ts';
import type { PageEntry } from '../pages.ts';
import styles from './Navigation.module.css';

/** A list that unfolds, not a menu of an application: Tab goes through it, Escape and leaving it close it. */
export function NavigationGroup({ entries }: { entries: readonly PageEntry[] }) {
  const { t } = useTranslation(['common', 'organisation']);
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const group = useRef<HTMLLIElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const here = entries.some(({ path }) => pathname === path || pathname.startsWith(`${path}/`));

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes it
  useEffect(() => setOpen(false), [pathname]);

  useEffect(() => {
    if (!open) return;
    const onPress = (event: PointerEvent) => {
      if (!group.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [open]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    button.current?.focus();
  };
  const onBlur = (event: FocusEvent) => {
    if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };

  return (
    <li ref={group} className={styles.group} onKeyDown={onKeyDown} onBlur={onBlur}>
      <button
        ref={button}
        type="button"
        className={classes(styles.navLink, styles.groupName, here && styles.here)}
        aria-expanded={open}
        aria-controls="administration"
        onClick={() => setOpen(!open)}
      >
        {t('organisation:administration')}
        <IconChevronDown size={16} stroke={1.7} aria-hidden="true" />
      </button>
      <ul id="administration" className={open ? styles.groupOpen : styles.groupClosed}>
        {entries.map(({ path, name }) => (
          <li key={path}>
            <NavLink
              to={path}
              className={({ isActive }) => classes(styles.groupLink, isActive && styles.groupHere)}
            >
              {t(`common:page.${name}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </li>
  );
}
