import type { Connection } from '../../../server/platform/db/database.ts';
import { ApiClient } from '../../support/api-client.ts';
import { type Child, startChild } from '../child.ts';
import type { AppQuestion } from './app-process.ts';
import type { BareQuestion, BareRound } from './bare-process.ts';
import type { Kind } from './requests.ts';
import type { Statement } from './statement.ts';

/** Of each load, over HTTP and bare. */
const connections = 8;

export interface App {
  url: string;
  addUser(email: string, password: string): Promise<void>;
  takeStatements(): Promise<Statement[]>;
  cpuMs(): Promise<number>;
}

/** The product over HTTP, for as long as `work` takes. */
export async function withApp<Result>(
  connection: Connection,
  record: boolean,
  work: (app: App) => Promise<Result>,
): Promise<Result> {
  const child: Child = startChild(new URL('./app-process.ts', import.meta.url));
  const ask = <Answer>(question: AppQuestion) => child.ask<Answer>(question);
  try {
    const url = await ask<string>({ ask: 'start', connection, record });
    return await work({
      url,
      addUser: (email, password) => ask({ ask: 'add-user', email, password }),
      takeStatements: () => ask({ ask: 'statements' }),
      cpuMs: () => ask({ ask: 'cpu' }),
    });
  } finally {
    await child.stop();
  }
}

export interface Bare {
  keep(kind: Kind, requests: Statement[][]): Promise<void>;
  round(kind: Kind, order: number[]): Promise<BareRound>;
}

/** node-postgres alone, for as long as `work` takes. */
export async function withBare<Result>(
  connection: Connection,
  work: (bare: Bare) => Promise<Result>,
): Promise<Result> {
  const child: Child = startChild(new URL('./bare-process.ts', import.meta.url));
  const ask = <Answer>(question: BareQuestion) => child.ask<Answer>(question);
  try {
    await ask({ ask: 'start', connection, connections });
    return await work({
      keep: (kind, requests) => ask({ ask: 'keep', kind, requests }),
      round: (kind, order) => ask({ ask: 'round', kind, order }),
    });
  } finally {
    await child.stop();
  }
}

/** Signs a clerk in for each connection; their cookies. */
export async function signClerksIn(app: App): Promise<string[]> {
  const password = 'paper boats in the rain';
  const cookies: string[] = [];
  for (let clerk = 1; clerk <= connections; clerk += 1) {
    const email = `clerk${clerk}@example.org`;
    await app.addUser(email, password);
    const client = new ApiClient(app.url);
    const { status } = await client.post('/session', { email, password });
    if (status !== 200 || client.cookie === undefined) throw new Error(`no sign-in: ${status}`);
    cookies.push(client.cookie);
  }
  return cookies;
}
