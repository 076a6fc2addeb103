import type { DocumentView } from '../../shared/contracts/documents.ts';
import type { MailingDetailView } from '../../shared/contracts/mailings.ts';
import type { ApiClient } from './api-client.ts';
import type { TestApp } from './test-app.ts';

/** Somebody who may do all that campaigns and records do, so that a test need not change chairs. */
export function signedInForRegister(app: TestApp): Promise<ApiClient> {
  return app.signedIn('crm', 'campaign', 'records');
}

/** Customers `K-1` … `K-n` of Merendrecht, imported as one file. */
export async function importCustomers(client: ApiClient, count: number): Promise<void> {
  const lines = Array.from({ length: count }, (_, n) => `K-${n + 1},Customer ${n + 1},Merendrecht`);
  const answer = await client.call('POST', '/customers/import', {
    raw: ['ref,name,city', ...lines].join('\n'),
    headers: { 'content-type': 'text/csv' },
  });
  if (answer.status !== 200) throw new Error(`the import answered ${answer.status}`);
}

/** So many that importing them would take long: straight into the table. */
export async function insertCustomers({ database }: TestApp, count: number): Promise<void> {
  await database.query(
    `insert into customers (ref, name, search_text, created_at, changed_at)
     select 'L-' || n, 'Customer ' || n, 'customer ' || n, now(), now() from generate_series(1, $1) as n`,
    [count],
  );
}

export interface MailingAsked {
  name?: string;
  documentType?: string;
  customers?: { all: true } | { refs: string[] } | { ids: string[] };
  expectedBy?: string | null;
}

export function mailingBody(asked: MailingAsked = {}) {
  return { name: 'Direct debit', documentType: 'coupon', customers: { all: true }, ...asked };
}

/** The id of a mailing that was issued at once. */
export async function issueMailing(client: ApiClient, asked: MailingAsked = {}): Promise<string> {
  const answer = await client.post<{ id: string }>('/mailings', mailingBody(asked));
  if (answer.status !== 201)
    throw new Error(`issuing answered ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.id;
}

type Papers = {
  items: (DocumentView & { customer: { id: string; ref: string } })[];
  nextCursor: string | null;
};

export async function listPapers(client: ApiClient, mailing: string, query = ''): Promise<Papers['items']> {
  const answer = await client.get<Papers>(`/mailings/${mailing}/documents${query}`);
  if (answer.status !== 200) throw new Error(`the papers answered ${answer.status}`);
  return answer.body.items;
}

export async function getMailing(client: ApiClient, mailing: string): Promise<MailingDetailView> {
  return (await client.get<MailingDetailView>(`/mailings/${mailing}`)).body;
}
