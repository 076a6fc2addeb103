import { DomainError } from '../../shared/errors.ts';

const atOnce = 2;
const longestQueue = 200;
let running = 0;
const waiting: (() => void)[] = [];

/**
 * Password hashes are computed two at a time: they cost memory and CPU on purpose, and a burst of guesses must not
 * take the machine. Back-off is asked within the turn, so that a burst gets two guesses ahead of it at most.
 */
export async function withHashingTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= longestQueue) {
      throw new DomainError(
        'unavailable',
        'Too many people are signing in at this moment. Try again in a few seconds.',
      );
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
