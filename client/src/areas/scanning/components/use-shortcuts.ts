import { useEffect } from 'react';
import type { Station } from '../../../scan/station.ts';

/** Keys that no hand scanner types, shown beside what they do. */
export const shortcuts = { moment: 'F2', box: 'F3', undo: 'F8', done: 'F9', clear: 'Esc' } as const;

export function useShortcuts(station: Station, onMoment: () => void): void {
  useEffect(() => {
    const actions: Record<string, () => void> = {
      F2: onMoment,
      F3: () => station.dispatch({ type: 'next-place' }),
      F8: () => station.command({ is: 'undo' }),
      F9: () => station.command({ is: 'done' }),
      Escape: () => station.command({ is: 'clear' }),
    };
    const onKey = (event: KeyboardEvent) => {
      const act = actions[event.key];
      if (!act || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      // A dialog has its own Escape, and so has a field with something in it.
      if (document.querySelector('dialog[open]')) return;
      if (event.key === 'Escape' && event.target instanceof HTMLInputElement && event.target.value !== '')
        return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [station, onMoment]);
}
