import { isProblem } from './problem.ts';

// A call finds that nobody is signed in any more. Mostly the page is left for the sign-in. Where work in hand keeps it,
// what was only to be read waits until the same person has signed in again, and is then asked for by itself. What changes
// something is never sent again by itself: a person does that.

/** Whether the same person has signed in again; else the page was given up. Undefined: nothing keeps the page. */
export type Kept = Promise<boolean> | undefined;

const listeners = new Set<() => Kept>();
let kept: { again: Promise<boolean>; error: unknown } | undefined;

/** Told when a call finds that nobody is signed in any more. Returns how to stop listening. */
export function onSessionEnded(listener: () => Kept): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(error: unknown): Kept {
  if (kept) return kept.again;
  for (const listener of listeners) {
    const again = listener();
    if (again) return keep(again, error);
  }
  return undefined;
}

function keep(again: Promise<boolean>, error: unknown): Kept {
  kept = { again, error };
  void again.then(() => {
    kept = undefined;
  });
  return again;
}

/** Something to be read. While somebody has yet to sign in again nothing is asked: it could be answered to another one. */
export async function reading<T>(ask: () => Promise<T>): Promise<T> {
  const { again, error: ended } = kept ?? {};
  if (again && !(await again)) throw ended;
  try {
    return await ask();
  } catch (error) {
    if (!isEnd(error) || !(await tell(error))) throw error;
  }
  return ask();
}

/** Something that is to change something. */
export async function changing<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (isEnd(error)) void tell(error);
    throw error;
  }
}

function isEnd(error: unknown): boolean {
  return isProblem(error, 'not-signed-in');
}
