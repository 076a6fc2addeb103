import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Histogram } from 'prom-client';
import type { Log } from '../log.ts';

/**
 * Gives each request an id (also sent back as `X-Request-Id`) and logs it when it ends: by its route's pattern, never
 * by its address, which may hold a name somebody searched for.
 */
export function requestLog(log: Log, durations: Histogram<'route' | 'status'>): RequestHandler {
  return (_request, response, next) => {
    const started = performance.now();
    const requestId = randomUUID();
    response.locals.requestId = requestId;
    response.set('X-Request-Id', requestId);
    response.on('close', () => {
      const route: unknown = response.locals.route;
      if (typeof route !== 'string') return;
      const ms = performance.now() - started;
      const status = response.writableFinished ? response.statusCode : 499;
      durations.observe({ route, status: String(status) }, ms / 1000);
      const userId: unknown = response.locals.userId;
      log.info({ requestId, route, status, ms: Math.round(ms * 10) / 10, userId }, 'request');
    });
    next();
  };
}
