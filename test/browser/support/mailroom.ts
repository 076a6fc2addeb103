import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { EventView } from '../../../shared/contracts/documents.ts';
import type { ApiClient } from '../../support/api-client.ts';
import { signedInForRegister } from '../../support/register.ts';
import { openBrowser, openContext, settle, takeSession } from './browser.ts';
import { startServedApp } from './served.ts';
import { layTable, nameStation, outcome } from './station.ts';

/** Many scans, many looks: on a busy machine that takes a while. */
export const long = { timeout: 240_000 };

/** The product with a browser before it, papers on the table, and somebody of the mailroom and of the register. */
export async function openMailroom(papers: number) {
  const [app, browser] = await Promise.all([startServedApp(), openBrowser()]);
  const register = await signedInForRegister(app);
  const mailroom = await app.signedIn('mailroom');
  const table = await layTable(register, papers);
  let next = 0;
  return {
    app,
    browser,
    register,
    mailroom,
    table,
    /** A paper that no other test has in its hands. */
    paper(): string {
      next += 1;
      return table.papers[next - 1] ?? '';
    },
    command: (name: string) => table.commands[name] ?? '',
    async openStation(client?: ApiClient, look: Parameters<typeof openContext>[1] = {}): Promise<Page> {
      const context = await openContext(browser, look);
      await takeSession(context, client ?? mailroom, app.url);
      const page = await context.newPage();
      await nameStation(page);
      await page.goto(`${app.url}/scan`);
      await settle(page);
      await outcome(page).waitFor();
      return page;
    },
    async statusOf(code: string): Promise<Record<string, number>> {
      const { body } = await register.get<{ status: Record<string, number> }>(`/documents/${code}`);
      return body.status;
    },
    async momentsOf(code: string): Promise<string[]> {
      const { body } = await register.get<{ items: EventView[] }>(`/documents/${code}/events`);
      return body.items.flatMap(({ kind, moment }) => (kind === 'moment' ? [moment ?? ''] : []));
    },
    async close(): Promise<void> {
      await browser.close();
      await app.stop();
    },
  };
}

export const shows = (page: Page, ...texts: string[]) =>
  Promise.all(texts.map((text) => outcome(page).getByText(text, { exact: true }).first().waitFor()));

/** The search over a page; a form may have other fields that list things. */
export const palette = (page: Page) => page.getByRole('dialog').getByRole('combobox');

export const until = <T>(read: () => T) => expect.poll(read, { timeout: 30_000 });
