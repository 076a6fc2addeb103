import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { findDocumentDamage } from '../../server/documents/documents.service.ts';
import { findFigureDamage } from '../../server/mailings/mailings.service.ts';
import { codeKind, isCode } from '../../shared/codes/code.ts';
import type { ApiClient } from '../support/api-client.ts';
import { getMailing, importCustomers, signedInForRegister } from '../support/register.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import type { Issued } from './issuing-process.ts';

const processes = 4;
const mailingsEach = 3;
const customers = 150;

let app: TestApp;
let owner: ApiClient;

beforeAll(async () => {
  app = await startTestApp();
  owner = await signedInForRegister(app);
  await importCustomers(owner, customers);
});

afterAll(() => app.stop());

/** Resolves when it is ready to issue; `go` has it begin. */
async function startIssuing(name: string) {
  const { body } = await owner.get<{ user: { id: string } }>('/session');
  const connection = app.database.application;
  const asked = { connection, userId: body.user.id, name, mailings: mailingsEach };
  const script = new URL('issuing-process.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, JSON.stringify(asked)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return {
    async go(): Promise<Issued> {
      child.stdin.write('go\n');
      return JSON.parse(await text(child.stdout));
    },
  };
}

test('four processes that issue at once: no code twice, every mailing whole, one request one mailing', async () => {
  const ready = await Promise.all(Array.from({ length: processes }, (_, n) => startIssuing(`Process ${n}`)));
  const issued = await Promise.all(ready.map((one) => one.go()));
  expect(new Set(issued.map(({ pid }) => pid)).size).toBe(processes);

  const containers = issued.flatMap((one) => one.containers);
  expect(new Set(containers).size).toBe(processes * 500);
  expect(containers.every((code) => isCode(code) && codeKind(code) === 'container')).toBe(true);

  expect(new Set(issued.map(({ shared }) => shared)).size).toBe(1);
  const mailings = [...issued.flatMap((one) => one.mailings), issued[0]?.shared ?? ''];
  expect(new Set(mailings).size).toBe(processes * mailingsEach + 1);
  for (const id of mailings) {
    expect(await getMailing(owner, id)).toMatchObject({ state: 'issued', figures: { issued: customers } });
  }
  const [papers] = await app.database.query(
    `select count(*)::int as papers, count(distinct code)::int as codes,
        count(distinct (mailing_id, customer_id))::int as recipients, count(distinct (mailing_id, run_number))::int as numbers
       from documents`,
  );
  const expected = mailings.length * customers;
  expect(papers).toEqual({ papers: expected, codes: expected, recipients: expected, numbers: expected });
});

test('the proof over the whole database finds nothing afterwards', async () => {
  const found: unknown[] = [];
  for await (const damage of findDocumentDamage(app.context)) if ('problem' in damage) found.push(damage);
  expect([...found, ...(await findFigureDamage(app.context))]).toEqual([]);
});
