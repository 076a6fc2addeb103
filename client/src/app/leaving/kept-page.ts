import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { Kept } from '../../api/session-end.ts';
import { coverPage } from '../../ui/cover.ts';
import { hasUnsent } from '../../ui/form/unsent.ts';

// A session that ends under work in hand: the page is kept, covered, until the same person has signed in again. Work is
// what was typed and not sent, and what a page says it has in hand (`useHeldPage`).

/** A page that is kept even where nothing was typed. */
interface HeldPage {
  /** Its name: for who comes to it after leaving it. */
  page: string;
  /** What becomes of the work after signing in again. */
  text: string;
  onBack: () => void;
}

interface KeptPage {
  held: HeldPage | undefined;
  /** Goes up each time that there is a reason to look who is signed in by now. */
  looks: number;
  settle: (again: boolean) => void;
}

const heldPages = new Set<HeldPage>();
const listeners = new Set<() => void>();
let kept: KeptPage | null = null;

function set(next: KeptPage | null): void {
  kept = next;
  for (const tell of listeners) tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useKeptPage(): KeptPage | null {
  return useSyncExternalStore(subscribe, () => kept);
}

/** The session has ended. Covers the page at once, before anything else is drawn; undefined where nothing keeps it. */
export function keepPage(): Kept {
  const [held] = heldPages;
  if (!held && !hasUnsent()) return undefined;
  coverPage();
  return new Promise((settle) => set({ held, looks: 0, settle }));
}

/** The same person has signed in again. The cover goes when this has been drawn (`useSessionEnd`). */
export function goOn(): void {
  const before = kept;
  set(null);
  before?.settle(true);
  before?.held?.onBack();
}

/** Somebody else is to sign in: nothing more is asked for the page. It stays covered until it is gone. */
export function giveUp(): void {
  kept?.settle(false);
}

/** The page is gone. */
export function forgetPage(): void {
  kept?.settle(false);
  if (kept) set(null);
}

function lookAgain(): void {
  if (kept) set({ ...kept, looks: kept.looks + 1 });
}

/**
 * For a page that has work in hand whether or not something was typed. `ended`: its own calls find the session ended;
 * once they no longer do, somebody has signed in elsewhere. Says whether the page is covered.
 */
export function useHeldPage({ page, text, onBack, ended }: HeldPage & { ended: boolean }): boolean {
  const back = useEffectEvent(onBack);
  useEffect(() => {
    const held = { page, text, onBack: () => back() };
    heldPages.add(held);
    return () => {
      heldPages.delete(held);
    };
  }, [page, text]);
  useEffect(() => {
    if (!ended) lookAgain();
  }, [ended]);
  return useKeptPage() !== null;
}
