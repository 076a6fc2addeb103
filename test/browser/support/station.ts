import type { Page } from 'playwright-core';
import type { PlaceView } from '../../../shared/contracts/places.ts';
import type { ProcessView } from '../../../shared/contracts/processes.ts';
import type { ApiClient } from '../../support/api-client.ts';
import { getMailing, importCustomers, issueMailing, listPapers } from '../../support/register.ts';

export interface Station {
  mailing: string;
  /** Papers of one mailing of coupons, all mailed. */
  papers: string[];
  box: string;
  fullBox: string;
  /** Command codes: of the moments by their names, and UNDO, CLEAR, DONE. */
  commands: Record<string, string>;
}

/** What lies on a station's table: coupons that came back, a box, a box that is full, the command sheet. */
export async function layTable(client: ApiClient, papers: number): Promise<Station> {
  await importCustomers(client, papers);
  const mailing = await issueMailing(client, { name: 'Direct debit 2027' });
  const { createdAt } = await getMailing(client, mailing);
  const marked = await client.post(`/mailings/${mailing}/mailed`, { at: createdAt });
  if (marked.status !== 200) throw new Error(`marking as mailed answered ${marked.status}`);
  const site = await make(client, '/locations', { name: 'Merendrecht', kind: 'site', country: 'NL' });
  const room = await make(client, '/locations', { name: 'Room 0.14', kind: 'room', in: site });
  const box = await make(client, '/containers', { name: 'Box 214', kind: 'box', in: room });
  const fullBox = await make(client, '/containers', { name: 'Box 215', kind: 'box', in: room, capacity: 1 });
  await make(client, '/containers', { name: 'Folder 1', kind: 'folder', in: fullBox });
  const listed = await listPapers(client, mailing, '?limit=200');
  return {
    mailing,
    papers: listed.map(({ code }) => code),
    box,
    fullBox,
    commands: await commandsOf(client),
  };
}

async function make(client: ApiClient, path: string, body: object): Promise<string> {
  const { status, body: made } = await client.post<PlaceView>(path, body);
  if (status !== 201) throw new Error(`${path} answered ${status} ${JSON.stringify(made)}`);
  return made.code;
}

async function commandsOf(client: ApiClient): Promise<Record<string, string>> {
  const fixed = await client.get<{ items: { name: string; code: string }[] }>('/commands');
  const types = await client.get<{ items: { process: { id: string } }[] }>('/document-types');
  const commands = Object.fromEntries(fixed.body.items.map(({ name, code }) => [name, code]));
  for (const { process } of types.body.items) {
    const { body } = await client.get<ProcessView>(`/processes/${process.id}`);
    for (const { name, commandCode } of body.moments) commands[name] = commandCode;
  }
  return commands;
}

/** Gives the device its name before the page asks for it. */
export async function nameStation(page: Page): Promise<void> {
  await page.addInitScript("localStorage.setItem('spoor.station', 'Post desk 1')");
}

/** What fills the middle of the screen. */
export function outcome(page: Page) {
  return page.getByRole('region', { name: /^(What became of it|Wat ervan kwam)$/ });
}

export function lastScans(page: Page) {
  return page.getByRole('region', { name: /^(Last scans|Laatste scans)$/ }).getByRole('listitem');
}
