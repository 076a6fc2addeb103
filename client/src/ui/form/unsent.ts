import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';

// What was typed into the forms on the screen and not yet sent. A form is in here by being a form (`useUnsent`), and
// whatever would take it off the screen asks here first (`askBeforeLosing`).

interface Work {
  form: HTMLFormElement;
  /** Somebody has touched a field: what the screen itself fills in is no work. */
  touched: boolean;
  /** As it was when it was opened, or last sent. */
  before: string;
}

/** What somebody is about to lose, and how it goes on if he does not mind. */
export interface LossQuestion {
  goOn: () => void;
  stay: () => void;
}

const works = new Set<Work>();
const listeners = new Set<() => void>();
let question: LossQuestion | null = null;
/** The part of the page that the question is about; undefined: all of it. */
let askedWithin: Element | undefined;

export function lossQuestion(): LossQuestion | null {
  return question;
}

export function onLossQuestion(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function setQuestion(next: LossQuestion | null): void {
  question = next;
  for (const tell of listeners) tell();
}

function unsentIn(within: Element | undefined): Work[] {
  return [...works].filter(
    ({ form, touched, before }) => (within?.contains(form) ?? true) && touched && contentOf(form) !== before,
  );
}

/** Whether something was typed and not sent: in this part of the page, or anywhere on it. */
export function hasUnsent(within?: Element): boolean {
  return unsentIn(within).length > 0;
}

/** Goes on at once where nothing is lost by it; else when somebody has said that he does not mind. */
export function askBeforeLosing(goOn: () => void, within?: Element): void {
  if (!hasUnsent(within)) {
    goOn();
    return;
  }
  askedWithin = within;
  setQuestion({
    goOn: () => {
      setQuestion(null);
      // Nobody is asked twice, should the form stand a moment longer.
      for (const work of unsentIn(within)) work.touched = false;
      goOn();
    },
    stay: () => setQuestion(null),
  });
}

/** What it asked about was sent meanwhile, or is gone: a yes would lead away from something else. */
function withdrawIfOver(): void {
  if (question && !hasUnsent(askedWithin)) setQuestion(null);
}

/** All that would be sent. A file by its name and size. */
function contentOf(form: HTMLFormElement): string {
  const entries = [...new FormData(form)].map(([name, value]) =>
    typeof value === 'string' ? [name, value] : [name, value.name, value.size],
  );
  return JSON.stringify(entries);
}

/** The browser's own question, for the ways out of the product; it can only be put in the browser's words. */
function askBeforeUnload(event: BeforeUnloadEvent): void {
  if (hasUnsent()) event.preventDefault();
}

/** Only while there are forms in hand: a page that listens is kept less readily for going back to it. */
function watchUnload(): void {
  const wanted = [...works].some(({ touched }) => touched);
  if (wanted) window.addEventListener('beforeunload', askBeforeUnload);
  else window.removeEventListener('beforeunload', askBeforeUnload);
}

/**
 * Watches what is typed into a form. Returns what to call when it is being sent, which returns what to call when it was:
 * what stood in it at first is then no longer at risk. `unguarded`: it is typed again in a moment, and nobody is to be
 * asked about it.
 */
export function useUnsent(form: RefObject<HTMLFormElement | null>, unguarded = false): () => () => void {
  const own = useRef<Work>(undefined);
  useLayoutEffect(() => {
    const element = form.current;
    if (!element || unguarded) return;
    const work = { form: element, touched: false, before: contentOf(element) };
    const touch = () => {
      work.touched = true;
      watchUnload();
    };
    own.current = work;
    works.add(work);
    element.addEventListener('input', touch);
    element.addEventListener('change', touch);
    return () => {
      works.delete(work);
      withdrawIfOver();
      element.removeEventListener('input', touch);
      element.removeEventListener('change', touch);
      watchUnload();
    };
  }, [form, unguarded]);
  return useCallback(() => {
    const work = own.current;
    const content = work && contentOf(work.form);
    return () => {
      if (!work || content === undefined) return;
      work.before = content;
      work.touched = contentOf(work.form) !== content;
      withdrawIfOver();
      watchUnload();
    };
  }, []);
}
