// One browser has one cookie for all its tabs. A tab says for whom it speaks, so that after somebody else has signed in in
// another one nothing is done or read here in his name.

let caller: string | undefined;

/** Undefined: for whoever has the cookie. */
export function speakFor(userId: string | undefined): void {
  caller = userId;
}

export function callerHeader(): Record<string, string> {
  return caller === undefined ? {} : { 'spoor-user': caller };
}
