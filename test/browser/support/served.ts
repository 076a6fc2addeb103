import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildClient } from '../../../server/build-client.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

/** The product with its screens, built from the sources as they are. */
export async function startServedApp(): Promise<TestApp> {
  await buildClient();
  const clientFolder = path.join(fileURLToPath(new URL('../../../', import.meta.url)), 'dist', 'client');
  return startTestApp({ clientFolder });
}
