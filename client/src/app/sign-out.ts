import { call } from '../api/call.ts';
import { isProblem } from '../api/problem.ts';
import { keepOwesSignOut, owesSignOut } from './device.ts';

// Only the server can end a session: the cookie is out of reach of scripts. Where it cannot be told, this device owes
// it the word, and lets nobody in before it has been given.

/** Returns whether the server has ended it; else it will be told as soon as it answers. */
export async function signOut(): Promise<boolean> {
  keepOwesSignOut(true);
  return settleSignOut().then(
    () => true,
    () => false,
  );
}

/** Gives the word that is owed, if any. Throws as `call` does; it is owed until it went through. */
export async function settleSignOut(): Promise<void> {
  if (!owesSignOut()) return;
  try {
    await call('delete /session');
  } catch (error) {
    if (!isProblem(error, 'not-signed-in')) throw error;
  }
  keepOwesSignOut(false);
}
