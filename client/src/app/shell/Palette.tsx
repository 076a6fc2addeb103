import { IconFileText, IconSearch, IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call } from '../../api/call.ts';
import { classes } from '../../ui/classes.ts';
import { useListbox } from '../../ui/use-listbox.ts';
import { pages } from '../pages.ts';
import { paths } from '../paths.ts';
import { useSession } from '../session.ts';
import styles from './Palette.module.css';

interface Found {
  key: string;
  kind: 'page' | 'person';
  title: string;
  note?: string;
  path: string;
}

/** Goes anywhere by name. The browser's own dialog keeps the focus in it and Escape closes it. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('common');
  const { may } = useSession();
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  const people = usePeople(text);
  const found = [...usePages(text), ...people.found];
  const choose = (index: number) => {
    const one = found[index];
    if (!one) return;
    onClose();
    void navigate(one.path);
  };
  const list = useListbox({
    count: found.length,
    open: true,
    setOpen: (open) => open || onClose(),
    onChoose: choose,
  });

  // Before the dialog leaves the page: then the browser gives the focus back to where it was.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  const placeholder = may('accounts.read') ? t('palette.placeholderWithPeople') : t('palette.placeholder');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does what a press beside it does
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label={t('palette.title')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className={styles.inside}>
        <div className={styles.field}>
          <IconSearch size={20} stroke={1.7} aria-hidden="true" />
          <input
            {...list.inputProps}
            type="text"
            aria-label={placeholder}
            placeholder={placeholder}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              list.setActive(0);
            }}
            onKeyDown={list.onKeyDown}
          />
        </div>
        <div id={list.listId} role="listbox" aria-label={t('palette.title')} className={styles.list}>
          {found.map((one, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the field (combobox pattern)
            <div
              key={one.key}
              id={list.optionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === list.active}
              className={classes(styles.option, index === list.active && styles.active)}
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => list.setActive(index)}
              onClick={() => choose(index)}
            >
              {one.kind === 'page' ? (
                <IconFileText size={18} stroke={1.6} aria-hidden="true" />
              ) : (
                <IconUser size={18} stroke={1.6} aria-hidden="true" />
              )}
              <span>{one.title}</span>
              {one.note && <span className={styles.note}>{one.note}</span>}
            </div>
          ))}
        </div>
        <p className={styles.foot} role="status">
          {people.failed
            ? t('palette.failed')
            : found.length === 0 && !people.searching
              ? t('palette.nothing', { text })
              : t('palette.found', { count: found.length })}
          <span className={styles.keys}>{t('palette.keys')}</span>
        </p>
      </div>
    </dialog>
  );
}

function usePages(text: string): Found[] {
  const { t } = useTranslation('common');
  const { may } = useSession();
  const wanted = text.trim().toLowerCase();
  return pages
    .filter(({ findable, permission }) => findable && (!permission || may(permission)))
    .map(({ path, name }) => ({ key: path, kind: 'page' as const, title: t(`page.${name}`), path }))
    .filter(({ title }) => title.toLowerCase().includes(wanted));
}

function usePeople(text: string): { found: Found[]; searching: boolean; failed: boolean } {
  const { may } = useSession();
  const [settled, setSettled] = useState('');
  const query = useDeferredValue(settled);
  // Every look at people is on record: ask when the typing pauses, not at every letter.
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text]);
  const wanted = may('accounts.read') && query.length >= 2;
  const people = useQuery({
    queryKey: ['palette', 'people', query],
    queryFn: () => call('get /users', { query: { query, limit: 8 } }),
    enabled: wanted,
  });
  const items = wanted && text.trim().length >= 2 ? (people.data?.items ?? []) : [];
  return {
    found: items.map(({ id, name, email }) => ({
      key: id,
      kind: 'person' as const,
      title: name,
      note: email,
      path: paths.person(id),
    })),
    searching: may('accounts.read') && (people.isFetching || settled !== text.trim()),
    failed: wanted && people.isError,
  };
}
