import compression from 'compression';
import express, { type Express } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { contracts, endpoints } from '../shared/contracts/index.ts';
import { authenticate } from './accounts/accounts.service.ts';
import { routes } from './areas.ts';
import type { Context } from './platform/context.ts';
import { clientFiles } from './platform/http/client-files.ts';
import { openApiDocument } from './platform/http/open-api.ts';
import { problemHandler, routeUnknown } from './platform/http/problem.ts';
import { requestLog } from './platform/http/request-log.ts';
import { securityHeaders } from './platform/http/security-headers.ts';
import { serveRoutes } from './platform/http/serve-routes.ts';
import { checkHealth } from './system/system.service.ts';

export interface AppSettings {
  context: Context;
  /** The built screens; undefined: the API alone. */
  clientFolder: string | undefined;
  publicOrigin: string | undefined;
  trustProxy: boolean | number | string;
  /** Compare every reply with its contract; see `ServeSettings`. */
  checkReplies?: boolean;
}

/** The whole product as one express application: health, API, screens. */
export function buildApp({
  context,
  clientFolder,
  publicOrigin,
  trustProxy,
  checkReplies = false,
}: AppSettings): Express {
  const app = express();
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  const durations = new Histogram({
    name: 'spoor_http_request_seconds',
    help: 'Time from the first byte of a request to the last of its reply, by route and status',
    labelNames: ['route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [metrics],
  });
  app.disable('x-powered-by');
  app.set('trust proxy', trustProxy);
  app.set('etag', 'weak');
  app.use(requestLog(context.log, durations));
  app.use(securityHeaders());
  app.use(compression());
  app.use(healthRoutes(context, metrics));
  const document = JSON.stringify(openApiDocument({ version: context.product.version, contracts }));
  app.get('/api/openapi.json', (_request, response) => {
    response.type('application/json').send(document);
  });
  app.use(
    '/api/v1',
    serveRoutes({ context, routes, endpoints, authenticate, publicOrigin, checkReplies }),
    routeUnknown,
  );
  app.use('/api', routeUnknown);
  if (clientFolder !== undefined) app.use(clientFiles(clientFolder));
  app.use(routeUnknown);
  app.use(problemHandler(context.log));
  return app;
}

/** For whatever watches over the process: alive; database and migrations in order; Prometheus. No personal data. */
function healthRoutes(context: Context, metrics: Registry): express.Router {
  const router = express.Router();
  router.get('/healthz', (_request, response) => {
    response.json({ alive: true });
  });
  router.get('/readyz', async (_request, response) => {
    const needed = ['database', 'migrations'];
    const parts = (await checkHealth(context)).filter(({ part }) => needed.includes(part));
    response.status(parts.every(({ well }) => well) ? 200 : 503).json({ parts });
  });
  router.get('/metrics', async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.metrics());
  });
  return router;
}
