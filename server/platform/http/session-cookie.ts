import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request, Response } from 'express';

/**
 * Over TLS the name's prefix binds the cookie to this host and to TLS (RFC 6265bis §4.1.3.2), which plain HTTP on an
 * office network cannot have. Lax: a link from the CRM must find the person signed in.
 */
const names = { plain: 'spoor_session', secure: '__Host-spoor_session' };

const attributes = { httpOnly: true, sameSite: 'lax', path: '/' } as const;

export function setSessionCookie(
  response: Response,
  token: string,
  expires: Date | undefined,
  secure: boolean,
): void {
  const name = secure ? names.secure : names.plain;
  const lasting = expires ? { expires } : {};
  response.append(
    'Set-Cookie',
    stringifySetCookie({ name, value: token, ...attributes, ...lasting, secure }),
  );
}

export function clearSessionCookie(response: Response, secure: boolean): void {
  setSessionCookie(response, '', new Date(0), secure);
}

/** The token that the browser sent; over TLS only the bound cookie counts. */
export function readSessionCookie(request: Request): string | undefined {
  const header = request.headers.cookie;
  if (!header || header.length > 8192) return undefined;
  return parseCookie(header)[request.secure ? names.secure : names.plain] || undefined;
}

export function hasSessionCookie(request: Request): boolean {
  return readSessionCookie(request) !== undefined;
}
