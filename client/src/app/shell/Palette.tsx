import {
  IconArrowRight,
  IconCamera,
  IconFileText,
  IconFolder,
  IconMail,
  IconMapPin,
  IconSearch,
  IconUser,
} from '@tabler/icons-react';
import { Suspense, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Code } from '../../../../shared/codes/code.ts';
import { loadTexts } from '../../texts/index.ts';
import { classes } from '../../ui/classes.ts';
import { showModal } from '../../ui/cover.ts';
import { useLayer } from '../../ui/layers.ts';
import { useListbox } from '../../ui/use-listbox.ts';
import { fetched, PartNotFetched } from '../fetched.tsx';
import { pathOfCode } from '../find-by-code.ts';
import { useSession } from '../session.ts';
import styles from './Palette.module.css';
import { type Found, type FoundGroup, type FoundKind, usePaletteSearch } from './palette-search.ts';
import { usePalettePlaceholder } from './use-palette-placeholder.ts';

const signs = {
  paper: IconFileText,
  place: IconMapPin,
  customer: IconFolder,
  mailing: IconMail,
  person: IconUser,
  page: IconArrowRight,
} as const satisfies Record<FoundKind, unknown>;

// The decoder comes with it: only who opens the camera fetches it.
const PaletteCamera = fetched(async () => {
  const [module] = await Promise.all([import('./PaletteCamera.tsx'), loadTexts('scan')]);
  return module.PaletteCamera;
}, PartNotFetched);

/** Goes anywhere by name or code. The browser's own dialog keeps the focus in it and Escape closes it. */
export function Palette({ text: first, onClose }: { text: string; onClose: () => void }) {
  const { t } = useTranslation('common');
  const navigate = useNavigate();
  const { may } = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState(first);
  const [camera, setCamera] = useState(false);
  const { groups, codeMistake, searching, failed } = usePaletteSearch(text);
  const found = groups.flatMap((group) => group.found);
  const choose = (index: number) => {
    const one = found[index];
    if (!one) return;
    onClose();
    void navigate(one.path);
  };
  const open = (code: Code) => {
    setCamera(false);
    setText(code);
    const path = pathOfCode(code, may);
    if (path === undefined) return;
    onClose();
    void navigate(path, { state: { read: 'camera' } });
  };
  const list = useListbox({
    count: found.length,
    open: true,
    setOpen: (open) => open || onClose(),
    onChoose: choose,
  });

  useLayer(onClose);
  // Before the dialog leaves the page: then the browser gives the focus back to where it was.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element) showModal(element);
    return () => element?.close();
  }, []);

  const placeholder = usePalettePlaceholder();
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
            data-takes-codes
          />
          <button
            type="button"
            className={styles.cameraButton}
            aria-pressed={camera}
            onClick={() => setCamera(!camera)}
          >
            <IconCamera size={22} stroke={1.6} aria-hidden="true" />
            <span>{t('palette.camera')}</span>
          </button>
        </div>
        {camera && (
          <Suspense>
            <PaletteCamera onCode={open} />
          </Suspense>
        )}
        {codeMistake && (
          <p className={styles.mistake} role="status">
            {codeMistake}
          </p>
        )}
        <div id={list.listId} role="listbox" aria-label={t('palette.title')} className={styles.list}>
          {groups.map((group) => (
            <Group key={group.name} group={group} found={found} list={list} onChoose={choose} />
          ))}
        </div>
        <p className={styles.foot} role="status">
          {failed
            ? t('palette.failed')
            : searching
              ? t('palette.searching')
              : found.length === 0
                ? t('palette.nothing', { text })
                : t('palette.found', { count: found.length })}
          <span className={styles.keys}>{t('palette.keys')}</span>
        </p>
      </div>
    </dialog>
  );
}

interface GroupProps {
  group: FoundGroup;
  /** All that was found, in the order of the options. */
  found: readonly Found[];
  list: ReturnType<typeof useListbox>;
  onChoose: (index: number) => void;
}

function Group({ group: { name, found: own }, found, list, onChoose }: GroupProps) {
  const { t } = useTranslation('common');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a set of fields is something else than a group of options
    <div role="group" aria-label={t(`palette.group.${name}`)}>
      <p className={styles.group} aria-hidden="true">
        {t(`palette.group.${name}`)}
      </p>
      {own.map((one) => {
        const index = found.indexOf(one);
        return (
          <Option
            key={one.key}
            id={list.optionId(index)}
            one={one}
            active={index === list.active}
            onPoint={() => list.setActive(index)}
            onChoose={() => onChoose(index)}
          />
        );
      })}
    </div>
  );
}

interface OptionProps {
  id: string;
  one: Found;
  active: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

function Option({ id, one: { kind, title, note }, active, onPoint, onChoose }: OptionProps) {
  const Sign = signs[kind];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the field (combobox pattern)
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className={classes(styles.option, active && styles.active)}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={onPoint}
      onClick={onChoose}
    >
      <Sign size={18} stroke={1.6} aria-hidden="true" />
      <span>{title}</span>
      {note && <span className={styles.note}>{note}</span>}
    </div>
  );
}
