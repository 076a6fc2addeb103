import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type ColleagueKey, colleagues, examplePassword } from '../../server/example/colleagues.ts';
import type { MailingDetailView } from '../../shared/contracts/mailings.ts';
import type { PlaceView } from '../../shared/contracts/places.ts';
import { ApiClient } from './api-client.ts';
import { startExample } from './started-product.ts';

export interface ExampleOffice {
  url: string;
  signIn(who: ColleagueKey): Promise<ApiClient>;
  stop(): Promise<void>;
}

/** The example office as `npm run example` makes it, in a folder that is gone afterwards. */
export async function openExampleOffice(): Promise<ExampleOffice> {
  const place = await mkdtemp(path.join(os.tmpdir(), 'spoor-example-'));
  const clear = () => rm(place, { recursive: true, force: true, maxRetries: 5 });
  try {
    const { url, stop } = await startExample(path.join(place, 'data'));
    return { url, signIn: (who) => signInAt(url, who), stop: () => stop().then(clear) };
  } catch (error) {
    await clear();
    throw error;
  }
}

export async function signInAt(url: string, who: ColleagueKey): Promise<ApiClient> {
  const client = new ApiClient(url);
  await bodyOf(client.post('/session', { email: colleagues[who].email, password: examplePassword }));
  return client;
}

/** What a call answers that must succeed. */
export async function bodyOf<T>(answering: Promise<{ status: number; body: T }>): Promise<T> {
  const { status, body } = await answering;
  if (status >= 400) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

export async function findMailing(client: ApiClient, name: RegExp): Promise<MailingDetailView> {
  const { items } = await bodyOf(
    client.get<{ items: MailingDetailView[] }>('/mailings?single=true&limit=200'),
  );
  return known(
    items.find((each) => name.test(each.name)),
    String(name),
  );
}

/** Papers of a mailing that are still out, by run number. */
export async function listOpen(client: ApiClient, mailing: string): Promise<string[]> {
  const path = `/mailings/${mailing}/documents?only=open&limit=200`;
  const { items } = await bodyOf(client.get<{ items: { code: string }[] }>(path));
  return items.map(({ code }) => code);
}

export async function findPlace(client: ApiClient, name: string): Promise<string> {
  const path = `/places?query=${encodeURIComponent(name)}`;
  const { items } = await bodyOf(client.get<{ items: PlaceView[] }>(path));
  return known(
    items.find((each) => each.name === name),
    name,
  ).code;
}

export async function momentCode(client: ApiClient, type: string, moment: string): Promise<string> {
  const types = await bodyOf(
    client.get<{ items: { key: string; process: { id: string } }[] }>('/document-types'),
  );
  const process = types.items.find(({ key }) => key === type)?.process.id;
  const { moments } = await bodyOf(
    client.get<{ moments: { name: string; commandCode: string }[] }>(`/processes/${process}`),
  );
  return known(
    moments.find(({ name }) => name === moment),
    moment,
  ).commandCode;
}

function known<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`The example office has no ${what}`);
  return found;
}
