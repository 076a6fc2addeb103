import { type DestinationStream, pino } from 'pino';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Structured lines: an object of ids and numbers first, then words. Never names, addresses, codes' owners or bodies. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/**
 * One JSON object a line on standard output. An error is logged by kind, code and stack without its message's
 * tail: Postgres puts the values of a row into `detail`, and those may be personal.
 */
export function openLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: presentError },
  };
  if (destination) return pino(options, destination);
  const output = pino.destination({ fd: 1, sync: true, minLength: 4_096, periodicFlush: 200 });
  process.once('exit', () => output.flushSync());
  return flushing(pino(options, output), output);
}

/**
 * A line for each call costs more to write than to make, so that they are written together, a fifth of a second later
 * at most. What went wrong is written at once, with all before it.
 */
function flushing(log: Log, output: { flushSync(): void }): Log {
  const atOnce = (method: 'warn' | 'error') => (fields: object, message: string) => {
    log[method](fields, message);
    output.flushSync();
  };
  return {
    debug: (fields, message) => log.debug(fields, message),
    info: (fields, message) => log.info(fields, message),
    warn: atOnce('warn'),
    error: atOnce('error'),
  };
}

export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };

function presentError(error: unknown): unknown {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code, constraint, table, schema } = error as Error & Record<string, unknown>;
  // A database error's message can quote values ("invalid input syntax for type uuid: ..."): its code says enough.
  const fromDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  return {
    kind: error.name,
    code,
    constraint,
    table,
    schema,
    message: fromDatabase ? undefined : error.message,
    stack: error.stack
      ?.split('\n')
      .filter((line) => line.startsWith('    at '))
      .join('\n'),
    cause: error.cause === undefined ? undefined : presentError(error.cause),
  };
}
