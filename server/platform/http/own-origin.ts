import type { Request } from 'express';
import { DomainError } from '../../../shared/errors.ts';

/**
 * Changing calls that a browser sends with our cookie must come from our own pages (OWASP, cross-site request
 * forgery: verifying the origin). Every browser sends `Origin` with such a call, and `Sec-Fetch-Site` on HTTPS and
 * localhost; a call with neither comes from a program, whose cookie nobody else can make it send.
 */
export function refuseForeignOrigin(request: Request, publicOrigin: string | undefined): void {
  const site = request.get('sec-fetch-site');
  const origin = request.get('origin');
  if (site === undefined && origin === undefined) return;
  const own = origin !== undefined && isOwn(origin, request, publicOrigin);
  if (own) return;
  if (origin === undefined && (site === 'same-origin' || site === 'none')) return;
  throw new DomainError(
    'foreign-origin',
    'This call was sent from a page of another site and was not carried out. Open Spoor itself and try there.',
  );
}

function isOwn(origin: string, request: Request, publicOrigin: string | undefined): boolean {
  if (publicOrigin !== undefined && origin === publicOrigin) return true;
  // The host that the browser asked for; scheme is left out, since a proxy may have taken off the TLS.
  const host = URL.canParse(origin) ? new URL(origin).host : undefined;
  return host !== undefined && host === request.host;
}
