import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { openContext, settle, takeSession } from '../../browser/support/browser.ts';
import { nameStation } from '../../browser/support/station.ts';
import type { ApiClient } from '../../support/api-client.ts';

export interface Screen {
  /** Ends the names of its ratios. */
  name: string;
  path: string;
  /** Who is signed in; undefined: nobody. */
  client: ApiClient | undefined;
}

export interface Opened {
  /** Of all scripts that the page has fetched, gzipped, without what runs only once a camera is on. */
  scriptBytes: number;
  /** From the start of the navigation to the largest contentful paint, in milliseconds. */
  paintMs: number;
}

/** Opens a page in a browser that has never seen the product. */
export async function openCold(browser: Browser, url: string, { path, client }: Screen): Promise<Opened> {
  const context = await openContext(browser);
  try {
    if (client) await takeSession(context, client, url);
    const page = await context.newPage();
    await nameStation(page);
    const scripts: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response.body());
    });
    await page.goto(`${url}${path}`);
    await settle(page);
    const paintMs = await readLargestPaint(page);
    const sizes = (await Promise.all(scripts)).map((script) => gzipSync(script).length);
    return { scriptBytes: sizes.reduce((sum, size) => sum + size, 0), paintMs };
  } finally {
    await context.close();
  }
}

/** The last one counts: each later entry is of something larger. */
function readLargestPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error('the browser has noted no paint')), 10_000);
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe(
          {
            type: 'largest-contentful-paint',
            buffered: true,
          },
        );
      }),
  );
}
