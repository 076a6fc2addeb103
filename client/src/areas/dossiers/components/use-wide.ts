import { useSyncExternalStore } from 'react';

const wide = window.matchMedia('(min-width: 1200px)');
const printing = window.matchMedia('print');

let last = wide.matches;

/** Whether there is room for a pane beside the list. Paper is narrower than the screen, but must not move things. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => {
    if (!printing.matches) last = wide.matches;
    return last;
  });
}

function subscribe(changed: () => void): () => void {
  wide.addEventListener('change', changed);
  return () => wide.removeEventListener('change', changed);
}
