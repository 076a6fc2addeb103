import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { ApiClient } from '../../support/api-client.ts';
import { untilQuiet, watchRequests } from './quiet.ts';

/** As the checks look for it; the run says where it found one. */
export const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** What Playwright switches off: of two such switches the browser heeds the last, and ours is the last. */
const offByPlaywright = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
];
/** The list under the address bar is a page of its own by now: a process for every window, half of what a window costs. */
const addressList = ['WebUIOmniboxPopup', 'WebUIOmniboxFullPopup', 'WebUIOmniboxAimPopup'];

export const plainArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${[...offByPlaywright, ...addressList].join(',')}`,
];

/** `film`: what its camera sees, over and over (MJPEG); it is lent without a question. */
export function openBrowser({ film }: { film?: string } = {}): Promise<Browser> {
  const camera = [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ];
  return chromium.launch({ executablePath, args: [...plainArguments, ...(film ? camera : [])] });
}

export const sizes = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
  /** The narrowest that is still in people's pockets. */
  narrow: { width: 360, height: 740 },
} as const;

export interface Look {
  size?: keyof typeof sizes;
  theme?: 'light' | 'dark';
  language?: 'en' | 'nl';
}

/** A browser of somebody: a size, a theme, a language, and who is signed in. */
export async function openContext(browser: Browser, look: Look = {}): Promise<BrowserContext> {
  const { size = 'desk', theme = 'light', language = 'en' } = look;
  const context = await browser.newContext({
    viewport: sizes[size],
    locale: language === 'nl' ? 'nl-NL' : 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    colorScheme: theme,
    reducedMotion: 'reduce',
    ...(size !== 'desk' && { hasTouch: true, isMobile: true }),
  });
  watchRequests(context);
  // Without it an organisation's language would come before the browser's.
  await context.addInitScript(
    `try { localStorage.setItem('spoor.language', ${JSON.stringify(language)}) } catch { /* about:blank */ }`,
  );
  return context;
}

/** Gives the browser the session that a client of the API has. */
export async function takeSession(context: BrowserContext, client: ApiClient, url: string): Promise<void> {
  const [name = '', value = ''] = client.cookie?.split('=') ?? [];
  await context.addCookies([{ name, value, url }]);
}

/** A page of the product before somebody who is signed in, at rest. */
export async function openAs(browser: Browser, client: ApiClient, address: string): Promise<Page> {
  const context = await openContext(browser);
  await takeSession(context, client, new URL(address).origin);
  const page = await context.newPage();
  await page.goto(address);
  await settle(page);
  return page;
}

/** All that the console says against a page; what the CSP forbids among it. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A 401 on the first question is how a page finds that nobody is signed in; the browser notes every refusal.
    const refusal = message.text().startsWith('Failed to load resource');
    if (['error', 'warning'].includes(message.type()) && !refusal) complaints.push(message.text());
  });
  return complaints;
}

/** Until the page stands: its heading is there and nothing is being fetched or drawn. */
export async function settle(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await untilQuiet(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
