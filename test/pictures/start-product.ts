import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';

export interface Product {
  url: string;
  setUpLink: string;
  stop: () => Promise<void>;
}

/** Starts the product as anybody does, on a folder of its own, and waits for the link that it prints. */
export async function startProduct(root: string, data: string): Promise<Product> {
  const port = await freePort();
  const child = spawn(process.execPath, [path.join(root, 'server', 'start.ts')], {
    cwd: root,
    env: { ...process.env, SPOOR_DATA: data, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const setUpLink = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      const link = /http\S+\/setup#\S+/.exec(said)?.[0];
      if (link) resolve(link);
    });
    child.once('exit', () => reject(new Error(`The product did not start:\n${said}`)));
  });
  return {
    url: new URL(setUpLink).origin,
    setUpLink,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
