import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentView } from '../../shared/contracts/documents.ts';
import type { MailingDetailView } from '../../shared/contracts/mailings.ts';
import type { DocumentTypeView, ProcessView } from '../../shared/contracts/processes.ts';
import type { ApiClient } from '../support/api-client.ts';
import { makeOwnType } from '../support/own-type.ts';
import { importCustomers, issueMailing, listPapers, signedInForRegister } from '../support/register.ts';
import { bodyOf } from '../support/scans.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let owner: ApiClient;

beforeAll(async () => {
  app = await startTestApp();
  owner = await signedInForRegister(app);
  await importCustomers(owner, 3);
  await makeOwnType(app);
});

afterAll(() => app.stop());

const read = async <T>(path: string, language: 'en' | 'nl') =>
  bodyOf(await owner.get<T>(path, { headers: { 'accept-language': language } }));

async function processOf(key: string, language: 'en' | 'nl'): Promise<ProcessView> {
  const { items } = await read<{ items: DocumentTypeView[] }>('/document-types', language);
  return read(`/processes/${items.find((type) => type.key === key)?.process.id}`, language);
}

const named = ({ variables }: ProcessView) => variables.map(({ name, label }) => [name, label]);

test.each([
  ['coupon', 'en', { sent: 'Sent', answer: 'Answer', undeliverable: 'Undeliverable', remark: 'Remark' }],
  [
    'coupon',
    'nl',
    { sent: 'Verzonden', answer: 'Antwoord', undeliverable: 'Onbestelbaar', remark: 'Opmerking' },
  ],
  [
    'contract',
    'nl',
    { sent: 'Verzonden', signature: 'Handtekening', undeliverable: 'Onbestelbaar', remark: 'Opmerking' },
  ],
] as const)(
  'the variables of a %s have names in the reader’s language (%s)',
  async (key, language, names) => {
    expect(named(await processOf(key, language))).toEqual(Object.entries(names));
  },
);

test('names that the organisation gave stay as given, in the process and in the figures', async () => {
  expect(named(await processOf('permit', 'nl'))).toContainEqual(['zone', 'Zone Noord/Süd']);
  const id = await issueMailing(owner, { name: 'Permits', documentType: 'permit' });
  const { figures } = await read<MailingDetailView>(`/mailings/${id}`, 'nl');
  expect(figures.labels).toEqual({ sent: 'Verzonden', zone: 'Zone Noord/Süd' });
  expect(figures.values['zone']).toEqual([
    { value: 0, label: 'Unzoned', documents: 3 },
    { value: 1, label: 'P+R', documents: 0 },
  ]);
});

test('keys and numbers are the same in every language', async () => {
  const id = await issueMailing(owner, { name: 'Coupons' });
  const [paper] = await listPapers(owner, id);
  const status = { sent: 0, answer: 0, undeliverable: 0, remark: 0 };
  for (const language of ['en', 'nl'] as const) {
    expect((await read<DocumentView>(`/documents/${paper?.code}`, language)).status).toEqual(status);
    const { figures } = await read<MailingDetailView>(`/mailings/${id}`, language);
    expect(Object.keys(figures.labels)).toEqual(Object.keys(status));
    expect(Object.keys(figures.values)).toEqual(Object.keys(status));
  }
});
