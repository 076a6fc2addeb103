import net from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;

beforeAll(async () => {
  const patience = {
    headersTimeout: 300,
    requestTimeout: 600,
    connectionsCheckingInterval: 50,
    keepAliveTimeout: 200,
  };
  app = await startTestApp({ patience });
});

afterAll(() => app.stop());

/** Sends some bytes at once, then one each 40 ms for as long as it is listened to. What came back, and how long it took. */
function dribble(start: string, drop: string): Promise<{ answer: string; ms: number }> {
  return new Promise((resolve) => {
    const began = performance.now();
    const socket = net.connect(Number(new URL(app.url).port), '127.0.0.1', () => socket.write(start));
    const drops = setInterval(() => socket.writable && socket.write(drop), 40);
    let answer = '';
    socket.on('data', (data) => {
      answer += data.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearInterval(drops);
      resolve({ answer, ms: performance.now() - began });
    });
  });
}

const host = `Host: 127.0.0.1\r\n`;

test('a client that dribbles its headers is cut off', async () => {
  const { answer, ms } = await dribble(`GET /api/v1/session HTTP/1.1\r\n${host}X-Slow: `, 'x');
  expect(answer).toMatch(/^(HTTP\/1\.1 408 |$)/);
  expect(ms).toBeLessThan(2_000);
});

test('a client that dribbles its body is cut off', async () => {
  const head = `POST /api/v1/session HTTP/1.1\r\n${host}Content-Type: application/json\r\nContent-Length: 5000\r\n\r\n{"email":"`;
  const { answer, ms } = await dribble(head, 'x');
  expect(answer).toMatch(/^(HTTP\/1\.1 408 |$)/);
  expect(ms).toBeLessThan(2_500);
});

test('one that says nothing at all is cut off too, before its first request and after it', async () => {
  expect((await dribble('', '')).ms).toBeLessThan(2_000);
  const after = await dribble(`GET /healthz HTTP/1.1\r\n${host}\r\n`, '');
  expect(after.answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(after.ms).toBeLessThan(3_000);
});

test('forty who dribble keep nobody else waiting', async () => {
  const slow = Array.from({ length: 40 }, () => dribble(`GET / HTTP/1.1\r\n${host}X-Slow: `, 'x'));
  for (let n = 0; n < 10; n += 1) expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  await Promise.all(slow);
});
