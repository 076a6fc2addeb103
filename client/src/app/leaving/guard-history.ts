import type { UNSAFE_createBrowserHistory } from 'react-router';
import { askBeforeLosing, hasUnsent } from '../../ui/form/unsent.ts';
import { topLayer } from '../../ui/layers.ts';

type History = ReturnType<typeof UNSAFE_createBrowserHistory>;

/** For so long (ms) no further step lands before the browser counts as at rest; and one of ours may be on its way. */
const patience = { atRest: 200, underWay: 1_000 };

/**
 * The browser's history, which asks before a page is left on which something was typed and not sent. Back (and
 * Forward) with a dialog open puts the dialog away. The router has a blocker of its own, but only in a form that brings
 * a third more code to every first page; it undoes a step back in the same way.
 */
export function guardHistory(history: History): History {
  let index = indexOf(window.history.state) ?? 0;
  let here = addressOf(window.location.href);
  /** Where the browser is being sent, until it is at rest there: `index` itself to undo what it did. */
  let goal: number | undefined;
  let timer = 0;

  const current = () => indexOf(window.history.state) ?? index;
  const arrived = () => {
    clearTimeout(timer);
    goal = undefined;
    index = current();
    here = addressOf(window.location.href);
  };
  const sendTo = (to: number) => {
    goal = to;
    window.history.go(to - current());
    lookAgain(patience.underWay);
  };
  const lookAgain = (after: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (goal !== undefined && goal !== current()) sendTo(goal);
      else goal = undefined;
    }, after);
  };

  // The browser has gone there already. Listens before the router does, which so never hears of what is undone.
  window.addEventListener('popstate', (event) => {
    const at = current();
    if (goal !== undefined && (goal === index || goal !== at)) {
      event.stopImmediatePropagation();
      // There, or further off: who is in a hurry steps back again before the first step is undone.
      lookAgain(patience.atRest);
      return;
    }
    const staysHere = addressOf(window.location.href) === here;
    const layer = topLayer();
    if (goal === at || staysHere || at === index || !(layer || hasUnsent())) {
      arrived();
      return;
    }
    event.stopImmediatePropagation();
    sendTo(index);
    if (layer) layer();
    else askBeforeLosing(() => sendTo(at));
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
