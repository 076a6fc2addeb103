import { setTimeout as delay } from 'node:timers/promises';
import type { BrowserContext, Page, Request } from 'playwright-core';

/** What a page is fetching, how often it has begun to fetch something, and when it last did. */
interface Traffic {
  underWay: Set<Request>;
  begun: number;
  lastAt: number;
}

/** In ms. Of what a worker fetched that was then ended, the browser never says that it came. */
const longest = 10_000;

const traffics = new WeakMap<Page, Traffic>();

function trafficOf(page: Page): Traffic {
  const traffic = traffics.get(page) ?? { underWay: new Set<Request>(), begun: 0, lastAt: 0 };
  traffics.set(page, traffic);
  return traffic;
}

/** From now on `untilQuiet` knows what the pages of this context fetch. */
export function watchRequests(context: BrowserContext): void {
  context.on('page', (page) => {
    const traffic = trafficOf(page);
    const ended = (request: Request) => traffic.underWay.delete(request);
    page.on('request', (request) => {
      // What the page before was still fetching, nobody waits for. We have no frames.
      if (request.isNavigationRequest()) traffic.underWay.clear();
      traffic.underWay.add(request);
      traffic.begun += 1;
      traffic.lastAt = Date.now();
    });
    page.on('requestfinished', ended);
    page.on('requestfailed', ended);
  });
}

/**
 * Until nothing is being fetched and the page has nothing left to do: it came to rest, and in that rest it asked for
 * nothing more. Playwright's own `networkidle` looks at the network alone, and waits half a second for each page to
 * be sure.
 */
export async function untilQuiet(page: Page): Promise<void> {
  const traffic = trafficOf(page);
  const isFetching = () => traffic.underWay.size > 0 && Date.now() - traffic.lastAt < longest;
  for (;;) {
    while (isFetching()) await delay(10);
    const before = traffic.begun;
    await page.evaluate(rest);
    if (traffic.begun === before && !isFetching()) return;
  }
}

/** Two frames drawn and then nothing to do, twice: what a reply sets off comes in the first. */
async function rest(): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const idle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2_000 }));
  for (let round = 0; round < 2; round += 1) {
    await frame();
    await frame();
    await idle();
  }
}
