import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import express from 'express';
import { build } from 'vite';
import { clientFiles } from '../../../server/platform/http/client-files.ts';
import { securityHeaders } from '../../../server/platform/http/security-headers.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface ServedCamera {
  port: number;
  stop(): Promise<void>;
}

/**
 * A page with nothing but the camera on it, built and served as the product is: its files, its headers, its policy.
 */
export async function serveCamera(): Promise<ServedCamera> {
  const folder = await mkdtemp(path.join(tmpdir(), 'spoor-test-camera-'));
  await build({
    root: path.join(root, 'test/browser/camera/page'),
    configFile: path.join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true },
  });
  const app = express().use(securityHeaders(), clientFiles(folder));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
