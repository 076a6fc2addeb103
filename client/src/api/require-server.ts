import { UnreachableError } from './problem.ts';

/** An answer this young (in ms) stands for the next one. */
const fresh = 2_000;
/** For so long (in ms) after it came, the page itself shows that the server is there. */
const freshPage = 5_000;

let lastAnswer = Number.NEGATIVE_INFINITY;

/** Whoever hears from the server says so, so that it need not be asked. */
export function noteAnswer(): void {
  lastAnswer = performance.now();
}

/**
 * Asks the server whether it is there, before a part of the screens is fetched: a browser that once failed to fetch a
 * module never asks for it again while the page stands (HTML, module maps), so that after a moment without network
 * no other try would help. Throws `UnreachableError`.
 */
export async function requireServer(): Promise<void> {
  const now = performance.now();
  // A browser that takes itself for offline may be wrong, where the server is on the same machine; it is asked then.
  if (navigator.onLine && (now < freshPage || now - lastAnswer < fresh)) return;
  let status: number;
  try {
    ({ status } = await fetch('/healthz', { method: 'HEAD', cache: 'no-store' }));
  } catch (cause) {
    throw new UnreachableError('The server cannot be reached', { cause });
  }
  // A proxy answers in its place.
  if ([502, 503, 504].includes(status)) throw new UnreachableError(`A proxy answered ${status}`);
  noteAnswer();
}
