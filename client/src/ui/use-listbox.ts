import { type KeyboardEvent, useId, useState } from 'react';

interface Listbox {
  count: number;
  open: boolean;
  setOpen: (open: boolean) => unknown;
  onChoose: (index: number) => void;
}

/**
 * Arrow keys, Home, End, Enter and Escape for a text field with a list under it (the combobox pattern of ARIA:
 * the focus stays in the field, `aria-activedescendant` names the option).
 */
export function useListbox({ count, open, setOpen, onChoose }: Listbox) {
  const id = useId();
  const [wanted, setActive] = useState(0);
  const active = count === 0 ? -1 : Math.min(wanted, count - 1);
  const optionId = (index: number) => `${id}-option-${index}`;

  function moveTo(index: number) {
    setOpen(true);
    setActive((index + count) % count);
    document.getElementById(optionId((index + count) % count))?.scrollIntoView({ block: 'nearest' });
  }

  function onKeyDown(event: KeyboardEvent) {
    const moves: Record<string, number> = {
      ArrowDown: open ? active + 1 : Math.max(active, 0),
      ArrowUp: active - 1,
    };
    const target = moves[event.key];
    if (target !== undefined && count > 0) {
      event.preventDefault();
      moveTo(target);
    } else if (event.key === 'Enter' && open && active >= 0) {
      event.preventDefault();
      onChoose(active);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  }

  return {
    active,
    setActive,
    optionId,
    listId: `${id}-list`,
    onKeyDown,
    inputProps: {
      role: 'combobox',
      'aria-autocomplete': 'list' as const,
      'aria-expanded': open && count > 0,
      'aria-controls': `${id}-list`,
      'aria-activedescendant': open && active >= 0 ? optionId(active) : undefined,
    },
  };
}
