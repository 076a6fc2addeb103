import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { email } from '../shared/contracts/fields.ts';
import type { Connection } from './platform/db/database.ts';
import type { TlsFiles } from './platform/http/listen.ts';
import { type LogLevel, logLevels } from './platform/log.ts';
import { StartError } from './platform/start-error.ts';

/** What the environment says, checked and with every default filled in. */
export interface Config {
  host: string;
  port: number;
  /** Absolute path of the data folder. */
  dataFolder: string;
  /** Undefined: the embedded server in the data folder. */
  database: { owner: Connection; application: Connection | undefined } | undefined;
  /** Made at start if there is no administrator yet. */
  administrator: { email: string; password: string } | undefined;
  /** Scheme and host under which people reach us, where it is not what we listen on. */
  publicOrigin: string | undefined;
  tls: TlsFiles | undefined;
  /** As express takes it: false, a number of proxies, or their addresses. */
  trustProxy: boolean | number | string;
  logLevel: LogLevel;
}

const filled = z.string().min(1);

const variables = z.object({
  HOST: filled.default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a number from 0 to 65535')
    .default(3000),
  DATABASE_URL: z.string().transform(readDatabaseUrl).optional(),
  SPOOR_APP_DATABASE_URL: z.string().transform(readDatabaseUrl).optional(),
  SPOOR_DATA: filled.default('./data'),
  SPOOR_ADMIN_EMAIL: email.optional(),
  SPOOR_ADMIN_PASSWORD: filled.optional(),
  SPOOR_PUBLIC_URL: z.string().transform(readOrigin).optional(),
  SPOOR_TLS_CERT: filled.optional(),
  SPOOR_TLS_KEY: filled.optional(),
  SPOOR_TRUST_PROXY: z.string().transform(readTrustProxy).optional(),
  LOG_LEVEL: z.enum(logLevels).default('info'),
});

/** Reads the settings. Throws one StartError that names every bad one. An empty value counts as not given. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  const wrong = [
    ...(parsed.error?.issues ?? []).map((issue) => `${String(issue.path[0])}: ${issue.message}`),
    ...incompletePairs(given),
    ...sameRole(parsed.data),
  ];
  if (!parsed.success || wrong.length > 0) {
    throw new StartError(
      'settings-wrong',
      `These settings are not right; nothing was started.\n  ${wrong.join('\n  ')}`,
    );
  }
  const set = parsed.data;
  return {
    host: set.HOST,
    port: set.PORT,
    dataFolder: path.resolve(set.SPOOR_DATA),
    database: set.DATABASE_URL && { owner: set.DATABASE_URL, application: set.SPOOR_APP_DATABASE_URL },
    administrator:
      set.SPOOR_ADMIN_EMAIL && set.SPOOR_ADMIN_PASSWORD
        ? { email: set.SPOOR_ADMIN_EMAIL, password: set.SPOOR_ADMIN_PASSWORD }
        : undefined,
    publicOrigin: set.SPOOR_PUBLIC_URL,
    tls:
      set.SPOOR_TLS_CERT && set.SPOOR_TLS_KEY
        ? { cert: set.SPOOR_TLS_CERT, key: set.SPOOR_TLS_KEY }
        : undefined,
    trustProxy: set.SPOOR_TRUST_PROXY ?? false,
    logLevel: set.LOG_LEVEL,
  };
}

function incompletePairs(given: Record<string, string | undefined>): string[] {
  const needs = (name: string, other: string) =>
    given[name] !== undefined && given[other] === undefined ? [`${name}: needs ${other} beside it`] : [];
  return [
    ...needs('SPOOR_ADMIN_EMAIL', 'SPOOR_ADMIN_PASSWORD'),
    ...needs('SPOOR_ADMIN_PASSWORD', 'SPOOR_ADMIN_EMAIL'),
    ...needs('SPOOR_TLS_CERT', 'SPOOR_TLS_KEY'),
    ...needs('SPOOR_TLS_KEY', 'SPOOR_TLS_CERT'),
    ...needs('SPOOR_APP_DATABASE_URL', 'DATABASE_URL'),
  ];
}

/** What the application may not do, it would take away from the owner. */
function sameRole(set: z.output<typeof variables> | undefined): string[] {
  const { DATABASE_URL: owner, SPOOR_APP_DATABASE_URL: application } = set ?? {};
  if (!owner || !application) return [];
  if (owner.user === application.user) {
    return ['SPOOR_APP_DATABASE_URL: must name another role than DATABASE_URL'];
  }
  return owner.database === application.database
    ? []
    : ['SPOOR_APP_DATABASE_URL: must name the same database as DATABASE_URL'];
}

function fail(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}

/** Stands where libpq lets the host be left out, which a URL elsewhere may not. */
const noHost = 'no-host.invalid';

function readDatabaseUrl(text: string, context: z.RefinementCtx): Connection {
  const form = 'must be like postgres://owner:password@host:5432/database';
  const whole = text.replace(/^(postgres(?:ql)?:\/\/[^/]*@)\//i, `$1${noHost}/`);
  if (!URL.canParse(whole)) return fail(context, form);
  const url = new URL(whole);
  const [user, password, database] = [url.username, url.password, url.pathname.slice(1)].map(decode);
  // `?host=/folder` names a Unix socket, as libpq has it.
  const host = url.searchParams.get('host') ?? url.hostname.replace(noHost, '');
  if (!/^postgres(ql)?:$/.test(url.protocol) || !database || !host || !user) return fail(context, form);
  if (!password) return fail(context, `${form}: it names no password`);
  const sslMode = url.searchParams.get('sslmode');
  return {
    host,
    port: Number(url.port || 5432),
    user,
    password,
    database,
    ...(sslMode && sslMode !== 'disable' ? { ssl: { rejectUnauthorized: sslMode !== 'require' } } : {}),
  };
}

/** Undefined where the signs behind a % make no sense. */
function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

function readOrigin(text: string, context: z.RefinementCtx): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    return fail(context, 'must be an address such as https://spoor.example');
  }
  const url = new URL(text);
  if (url.pathname !== '/' || url.search || url.hash || url.username || url.password) {
    return fail(context, 'must be a host without a path');
  }
  return url.origin;
}

function readTrustProxy(text: string, context: z.RefinementCtx): boolean | number | string {
  if (text === 'false') return false;
  if (/^\d{1,2}$/.test(text)) return Number(text);
  // `true` would believe any X-Forwarded-For, and with it anybody's word on where he comes from.
  if (text.split(',').every((part) => isProxy(part.trim()))) return text;
  return fail(
    context,
    'must be the number of proxies before Spoor, or their addresses (10.0.0.1, 10.0.0.0/8, loopback)',
  );
}

function isProxy(text: string): boolean {
  if (/^(loopback|linklocal|uniquelocal)$/.test(text)) return true;
  const [address = '', bits, ...rest] = text.split('/');
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  if (bits === undefined) return longest > 0;
  return rest.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= longest;
}
