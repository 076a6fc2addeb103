import { readdir } from 'node:fs/promises';
import http from 'node:http';
import os from 'node:os';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { CustomerView, FileReason } from '../../shared/contracts/customers.ts';
import { type ApiClient, problemOf } from '../support/api-client.ts';
import { sendFile, startCustomersApp } from '../support/customers-app.ts';
import type { TestApp } from '../support/test-app.ts';

let app: TestApp;
let campaign: ApiClient;

beforeAll(async () => {
  app = await startCustomersApp();
  campaign = await app.signedIn('campaign');
});

afterEach(async () => {
  await app.database.query('delete from customers');
});

afterAll(() => app.stop());

async function names(): Promise<string[]> {
  const rows = await app.database.query<{ name: string }>('select name from customers order by ref');
  return rows.map(({ name }) => name);
}

/** What a file is refused with, after which nothing has been changed. */
async function refusalOf(file: string | Uint8Array<ArrayBuffer>, reason: FileReason): Promise<string> {
  const answer = await sendFile(campaign, file);
  expect([answer.status, problemOf(answer).code]).toEqual([422, 'file-unreadable']);
  expect(problemOf(answer)).toMatchObject({
    detail: expect.stringContaining('Nothing was changed'),
    params: { reason },
  });
  expect(await names()).toEqual([]);
  return problemOf(answer).detail;
}

const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

test('UTF-8 with and without a mark, Windows-1252 and UTF-16 are all read right', async () => {
  const text = 'ref,name\n1,Zoë Çelik\n';
  await sendFile(campaign, text);
  await sendFile(campaign, `\ufeff${text.replace('1,', '2,')}`);
  await sendFile(campaign, latin1(text.replace('1,', '3,')));
  await sendFile(campaign, utf16(text.replace('1,', '4,')));
  expect(await names()).toEqual(Array(4).fill('Zoë Çelik'));
});

test('characters that only Windows-1252 has are read right, also when they come late in a long file', async () => {
  const lines = Array.from({ length: 3_000 }, (_, index) => `${index},Somebody with a plain name`);
  const file = latin1(`ref,name\n${lines.join('\n')}\n9999,@ Jose\n`);
  file[file.indexOf(0x40)] = 0x80;
  expect((await sendFile(campaign, file)).body.created).toBe(3_001);
  expect((await names()).at(-1)).toBe('€ Jose');
});

test('a file of which only parts are UTF-8 is refused: half its names would be garbled', async () => {
  const mixed = Buffer.concat([Buffer.from('ref,name\n1,Zoë Çelik\n'), latin1('2,René\n')]);
  expect(await refusalOf(new Uint8Array(mixed), 'mixed-encoding')).toMatch(/parts of it are not.*CSV UTF-8/s);
});

test.each([',', ';', '\t'])(
  'the separator %j is found by the header, with others in the text',
  async (separator) => {
    const row = (...cells: string[]) => `${cells.join(separator)}\n`;
    await sendFile(campaign, row('ref', 'name', 'city') + row('1', '"A, B; C"', '"Den\tHaag"'));
    const [customer] = await app.database.query('select name, city from customers');
    expect(customer).toEqual({ name: 'A, B; C', city: 'Den Haag' });
  },
);

test('the line with which Excel names the separator is passed over, and counted', async () => {
  const answer = await sendFile(campaign, 'sep=;\r\nref;name\r\n1;Anna\r\n2;\r\n');
  expect(answer.body).toMatchObject({ created: 1, rejected: [{ line: 4, field: 'name', code: 'missing' }] });
});

test('lines are counted as an editor counts them: newlines in cells, empty lines, any kind of newline', async () => {
  const lines = [
    'ref,name,address',
    '1,Anna,"Kade 1\r\n1234 AB\r\nGouda"',
    '',
    '2,,',
    ' , ,',
    '3,"Bert\nSmit",',
    '4,,',
  ];
  for (const newline of ['\n', '\r\n', '\r']) {
    const answer = await sendFile(campaign, lines.join(newline), '?dryRun=true');
    expect(answer.body.rejected.map(({ line }) => line)).toEqual([6, 10]);
    expect(answer.body.created).toBe(2);
  }
});

test('each line that is not right is rejected by itself, with field, reason and what to do', async () => {
  const file = [
    'ref,name,city,address1,address2,doNotMail',
    ',Anna,,,,',
    `${'9'.repeat(81)},Anna,,,,`,
    '3,Anna\0,,,,',
    `4,Anna,${'x'.repeat(121)},,,`,
    '5,Anna,,"1\n2\n3\n4",5\t5,',
    '6,Anna,,"1\n2\n3\n4\n5","6\n7",',
    '7,Anna,,,,perhaps',
    '8,Anna',
    '9,Anna,,,,,,surplus',
    '10,Anna,,,,,,,',
    '10,Bert,,,,',
  ].join('\n');
  const { rejected, created, rejectedRows } = (await sendFile(campaign, file)).body;
  expect(rejected.map(({ line, field, code }) => [line, field, code])).toEqual([
    [2, 'ref', 'missing'],
    [3, 'ref', 'too-long'],
    [4, 'name', 'control-character'],
    [5, 'city', 'too-long'],
    [10, 'addressLines', 'too-many-lines'],
    [16, 'doNotMail', 'unknown-value'],
    [17, null, 'cell-count'],
    [18, null, 'cell-count'],
    [20, 'ref', 'duplicate-ref'],
  ]);
  expect(rejected.at(-1)?.message).toContain('line 19');
  expect(JSON.stringify(rejected)).not.toMatch(/Anna|Bert|perhaps|surplus/);
  expect([created, rejectedRows]).toEqual([2, 9]);
});

test('what looks like a formula is text like any other on the way in', async () => {
  await sendFile(campaign, 'ref,name,city\n=1,"=cmd|\' /C calc\'!A0",@SUM(1)\n');
  const answer = await campaign.get<CustomerView>('/customers/by-ref/%3D1');
  expect(answer.body).toMatchObject({ ref: '=1', name: "=cmd|' /C calc'!A0", city: '@SUM(1)' });
});

test('quotation marks within a cell are text', async () => {
  await sendFile(campaign, 'ref,name\n1,Café "De Kade" BV\n2,"Café ""De Kade"" BV"\n3,12" Records\n');
  expect(await names()).toEqual(['Café "De Kade" BV', 'Café "De Kade" BV', '12" Records']);
});

test('a quotation mark that nothing closes is found, with the line on which it opens', async () => {
  expect(await refusalOf('ref,name\n1,Anna\n2,"Bert\n3,Cees\n', 'line-open')).toMatch(/Line 3 does not end/);
  const long = `ref,name\n1,Anna\n2,"${'x'.repeat(10 * 1024 * 1024)}\n3,Cees\n`;
  expect(await refusalOf(long, 'line-open')).toMatch(/Line 3 does not end/);
  expect(await refusalOf(`ref,name\n1,${'x'.repeat(10 * 1024 * 1024)}\n`, 'line-open')).toMatch(
    /Line 2 does not end/,
  );
});

test('also far down in a file that would be a job: nothing of it stays', async () => {
  const lines = Array.from({ length: 12_000 }, (_, index) => `${index},Anna`);
  await refusalOf(`ref,name\n${lines.join('\n')}\n"open\n`, 'line-open');
  expect(await app.database.query('select number from customer_import_batches')).toEqual([]);
  expect(await app.database.query(`select id from jobs where kind = 'customers.import'`)).toEqual([]);
});

test('workbooks under another name, text in UTF-16 without a mark, and empty files are told apart', async () => {
  expect(await refusalOf(latin1('PK\x03\x04\x14\0\x06\0'), 'workbook')).toMatch(/Excel workbook.*CSV UTF-8/s);
  expect(await refusalOf(latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'old-workbook')).toMatch(
    /old kind.*CSV UTF-8/s,
  );
  expect(await refusalOf(utf16('ref,name\n1,Anna\n').slice(2), 'utf-16-unmarked')).toMatch(
    /UTF-16.*CSV UTF-8/s,
  );
  expect(await refusalOf('', 'empty')).toMatch(/empty/);
  expect(await refusalOf('\n\n  \n', 'empty')).toMatch(/empty/);
});

test('a header that is missing or in a language that is not known: told which columns are needed', async () => {
  expect(await refusalOf('номер,имя\n1,Anna\n', 'columns-missing')).toMatch(/"ref" and "name"/);
  expect(await refusalOf('naam,plaats\nAnna,Gouda\n', 'ref-column-missing')).toMatch(/none for ref/);
  expect(await refusalOf('ref,plaats\n1,Gouda\n', 'name-column-missing')).toMatch(/none for name/);
  const detail = await refusalOf('1,Anna Bakker,Gouda\n2,Bert Smit,Delft\n', 'columns-missing');
  expect(detail).not.toContain('Anna');
});

test('two columns for one field are refused: nobody can tell which one is meant', async () => {
  expect(await refusalOf('ref,name,klantnummer\n1,Anna,2\n', 'columns-twice')).toMatch(
    /"ref" and "klantnummer" mean the same/,
  );
});

test('a header without lines imports nobody', async () => {
  expect((await sendFile(campaign, 'ref,name')).body).toMatchObject({ created: 0, rejectedRows: 0 });
});

test('a file above 256 MB is refused without being kept, and nothing stays on disk', async () => {
  const chunk = Buffer.alloc(1024 * 1024, 'x');
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const request = http.request(`${app.url}/api/v1/customers/import`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', cookie: campaign.cookie, origin: app.url },
    });
    request.on('response', (response) => {
      resolve(response.statusCode);
      request.destroy();
    });
    request.on('error', reject);
    let sent = 0;
    const send = () => {
      while (!request.destroyed && sent < 300) {
        sent += 1;
        if (!request.write(chunk)) return;
      }
    };
    request.on('drain', send);
    send();
  });
  expect(status).toBe(413);
  expect((await readdir(os.tmpdir())).filter((name) => name.startsWith('spoor-import-'))).toEqual([]);
});

test('an upload that breaks off changes nothing', async () => {
  await new Promise<void>((resolve) => {
    const headers = { 'content-type': 'text/csv', cookie: campaign.cookie, origin: app.url };
    const request = http.request(`${app.url}/api/v1/customers/import`, { method: 'POST', headers });
    request.on('error', () => resolve());
    request.write('ref,name\n1,Anna\n', () => setTimeout(() => request.destroy(), 100));
    request.on('close', () => resolve());
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await names()).toEqual([]);
});

test('only a file of text/csv is taken', async () => {
  const answer = await campaign.post('/customers/import', { ref: '1', name: 'Anna' });
  expect([answer.status, problemOf(answer).code]).toEqual([415, 'media-type-unsupported']);
});
