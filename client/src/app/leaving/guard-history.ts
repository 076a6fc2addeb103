import type { UNSAFE_createBrowserHistory } from 'react-router';
import { askBeforeLosing, hasUnsent } from '../../ui/form/unsent.ts';
import { topLayer } from '../../ui/layers.ts';

type History = ReturnType<typeof UNSAFE_createBrowserHistory>;

/**
 * The browser's history, which asks before a page is left on which something was typed and not sent. Back (and
 * Forward) with a dialog open puts the dialog away. The router has a blocker of its own, but only in a form that brings
 * a third more code to every first page; it undoes a step back in the same way.
 */
export function guardHistory(history: History): History {
  let index = indexOf(window.history.state) ?? 0;
  let here = addressOf(window.location.href);
  let undoing = false;
  let passing = false;

  const arrived = () => {
    index = indexOf(window.history.state) ?? index;
    here = addressOf(window.location.href);
  };

  // The browser has gone there already. Listens before the router does, which so never hears of what is undone.
  window.addEventListener('popstate', (event) => {
    if (undoing) {
      undoing = false;
      event.stopImmediatePropagation();
      return;
    }
    const delta = (indexOf(event.state) ?? index) - index;
    const staysHere = addressOf(window.location.href) === here;
    const layer = topLayer();
    if (passing || staysHere || delta === 0 || !(layer || hasUnsent())) {
      passing = false;
      arrived();
      return;
    }
    event.stopImmediatePropagation();
    undoing = true;
    window.history.go(-delta);
    if (layer) layer();
    else
      askBeforeLosing(() => {
        passing = true;
        window.history.go(delta);
      });
  });

  const leaving = (go: () => void, to: Parameters<History['push']>[0]) => {
    const goAndNote = () => {
      go();
      arrived();
    };
    if (addressOf(history.createURL(to).href) === here) goAndNote();
    else askBeforeLosing(goAndNote);
  };

  return Object.assign(Object.create(history) as History, {
    push: (...to: Parameters<History['push']>) => leaving(() => history.push(...to), to[0]),
    replace: (...to: Parameters<History['replace']>) => leaving(() => history.replace(...to), to[0]),
  });
}

function indexOf(state: unknown): number | undefined {
  const { idx } = (state ?? {}) as { idx?: unknown };
  return typeof idx === 'number' ? idx : undefined;
}

/** Without the fragment, which leaves no page. */
function addressOf(href: string): string {
  const { pathname, search } = new URL(href);
  return `${pathname}${search}`;
}
