import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Connection } from '../../../server/platform/db/database.ts';
import { startFlags } from '../start-flags.ts';

const main = fileURLToPath(new URL('../../../server/main.ts', import.meta.url));

/** The whole product on a database that is there, as one process. */
export interface StartedProduct {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** What it logs is thrown away once it runs. `nodeArguments`: for who wants to see where its time goes. */
export async function startProduct(
  { host, port, user, password, database }: Connection,
  nodeArguments: readonly string[] = [],
): Promise<StartedProduct> {
  const owner = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  const child = spawn(process.execPath, [...startFlags(), ...nodeArguments, main], {
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: '0',
      DATABASE_URL: `postgres://${owner}@/${database}?host=${encodeURIComponent(host)}&port=${port}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (data: Buffer) => {
      said += data.toString();
      const found = /Spoor runs at (\S+)\n/.exec(said)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('close', () => reject(new Error(`the product has ended: ${said}`)));
  });
  for (const stream of [child.stdout, child.stderr]) stream.removeAllListeners('data').resume();
  return {
    url,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
