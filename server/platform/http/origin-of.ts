import type { Request, Response } from 'express';
import { languages } from '../../../shared/contracts/fields.ts';
import { fieldError } from '../../../shared/errors.ts';
import type { Origin } from './actor.ts';
import { readAddress } from './read-address.ts';

/** Where a call comes from, and how its sender wants to be answered. */
export function originOf(request: Request, response: Response, publicOrigin: string | undefined): Origin {
  return {
    requestId: String(response.locals.requestId),
    ip: readAddress(request.ip) ?? readAddress(request.socket.remoteAddress) ?? '0.0.0.0',
    userAgent: (request.get('user-agent') ?? '').slice(0, 300),
    secure: request.secure,
    language: languageOf(request),
    requestKey: readRequestKey(request),
    baseUrl: publicOrigin ?? `${request.protocol}://${request.host}`,
  };
}

/** What a browser accepts is a handful of headers, each sent with every call. */
const accepted = new Map<string, Origin['language']>();
const mostAccepted = 100;

function languageOf(request: Request): Origin['language'] {
  const header = request.get('accept-language') ?? '';
  const known = accepted.get(header);
  if (known !== undefined) return known;
  const language = request.acceptsLanguages([...languages]) === 'nl' ? 'nl' : 'en';
  if (accepted.size >= mostAccepted) accepted.clear();
  accepted.set(header, language);
  return language;
}

function readRequestKey(request: Request): string | undefined {
  const key = request.get('idempotency-key');
  if (key === undefined || /^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw fieldError('Idempotency-Key', 'invalid_format', 'Must be 1 to 200 visible ASCII characters');
}
