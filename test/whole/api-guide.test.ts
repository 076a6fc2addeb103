import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { installTools } from '../run/install-tools.ts';
import { testPassword } from '../support/test-app.ts';
import { startProduct } from './product-process.ts';

const guide = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');
const cli = new URL('../../server/cli.ts', import.meta.url).pathname;

beforeAll(() => {
  const missing = installTools({ curl: 'curl' });
  if (missing.length > 0) throw new Error(`Install ${missing.join(', ')} first`);
});

/** Some thirty processes start one after the other. */
const long = { timeout: 180_000 };

test('the guide for those who link a system runs as it stands, and says what comes out', long, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'spoor-guide-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const data = path.join(folder, 'data');
  const email = 'office@example.org';
  const product = startProduct(data, { SPOOR_ADMIN_EMAIL: email, SPOOR_ADMIN_PASSWORD: testPassword });
  const address = await product.address();
  // `npm run --silent spoor -- …` in the product's folder, without npm.
  const npm = `npm() { shift 4; '${process.execPath}' '${cli}' "$@"; }`;
  const blocks = [...guide.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block]) => block);
  expect(blocks.length).toBeGreaterThan(8);
  const { said, code } = await bash(['set -euo pipefail', 'exec 2>&1', npm, ...blocks].join('\n'), folder, {
    PATH: process.env['PATH'] ?? '',
    SPOOR: address,
    SPOOR_DATA: data,
    EMAIL: email,
  });
  expect({ code, lines: said.trimEnd().split('\n') }).toEqual({
    code: 0,
    lines: [
      expect.stringMatching(/^\{"created":2,"updated":0,"unchanged":0,"rejected":\[\],.*\}booked$/),
      'booked',
      '1',
      'Head office › Box 1',
      'issued moment moment',
      'exception',
      'contradiction answered-no',
      expect.stringContaining('400'),
      'sentAt scans',
    ],
  });
  expect(readFileSync(path.join(folder, 'labels.pdf'), 'latin1').slice(0, 5)).toBe('%PDF-');
  expect(readFileSync(path.join(folder, 'merge.csv'), 'utf8')).toContain('K-1002');
  expect(await product.stop()).toBe(0);
});

/** What it says on both outputs, and its exit code. */
function bash(script: string, cwd: string, env: Record<string, string>) {
  return new Promise<{ said: string; code: number | null }>((resolve, reject) => {
    const child = spawn('bash', ['-s'], { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    }
    child.once('error', reject).once('close', (code) => resolve({ said, code }));
    child.stdin.end(script);
  });
}
