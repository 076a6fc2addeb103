// The whole page out of sight and out of reach, with one dialog left to answer. What stands on the page stays as it is.
// Hidden, not only covered: so it cannot be found in the page, selected or printed either.

let focused: HTMLElement | null = null;

const root = () => document.getElementById('root');

export function isCovered(): boolean {
  return root()?.inert ?? false;
}

export function coverPage(): void {
  const page = root();
  if (!page || page.inert) return;
  focused = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  page.inert = true;
}

/** The focus goes back where it was, or where it was to go meanwhile. */
export function uncoverPage(): void {
  const page = root();
  if (!page?.inert) return;
  page.inert = false;
  focused?.focus();
  focused = null;
}

/** Gives the focus; to what lies under the cover when that is lifted. */
export function focusOn(element: HTMLElement | null): void {
  if (element && isCovered() && root()?.contains(element)) focused = element;
  else element?.focus();
}

/** Over all that is open, but for the cover: what opens under it must not lie over it, where nobody could answer it. */
export function showModal(dialog: HTMLDialogElement): void {
  const cover = document.querySelector<HTMLDialogElement>('dialog[data-cover][open]');
  const answering = document.activeElement;
  dialog.showModal();
  if (!cover) return;
  cover.close();
  cover.showModal();
  if (answering instanceof HTMLElement) answering.focus();
}
