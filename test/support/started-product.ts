import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Product {
  url: string;
  setUpLink: string;
  stop: () => Promise<void>;
}

/** Starts the product as anybody does, on a folder of its own, and waits for the link that it prints. */
export async function startProduct(data: string): Promise<Product> {
  const { found, stop } = await startScript('start.ts', data, /http\S+\/setup#\S+/);
  return { url: new URL(found).origin, setUpLink: found, stop };
}

/** Starts the example office in the same way, made anew where the folder is empty, and waits for its address. */
export async function startExample(data: string): Promise<Omit<Product, 'setUpLink'>> {
  const { found, stop } = await startScript('example.ts', data, /(?<=Spoor runs at )\S+/);
  return { url: found, stop };
}

/** On a port that is free; `found` is what it said that was waited for. */
async function startScript(
  script: string,
  data: string,
  wanted: RegExp,
): Promise<{ found: string; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, [path.join(root, 'server', script)], {
    cwd: root,
    env: { ...process.env, SPOOR_DATA: data, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const found = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      const match = wanted.exec(said)?.[0];
      if (match) resolve(match);
    });
    child.once('exit', () => reject(new Error(`The product did not start:\n${said}`)));
  });
  return {
    found,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
