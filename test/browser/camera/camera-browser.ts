import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { complaintsOf, executablePath, plainArguments } from '../support/browser.ts';
import type { Told } from './page/main.tsx';

interface CameraBrowser {
  /** A film that the camera shows, over and over; `none`: no camera is connected. */
  camera?: { film: string } | 'pattern' | 'none';
  /** Whether whoever is asked says yes. */
  allowed?: boolean;
}

/** A Chromium with a camera that has no lens. */
export function openCameraBrowser({ camera = 'pattern', allowed = true }: CameraBrowser): Promise<Browser> {
  const device = `--use-fake-device-for-media-stream${camera === 'none' ? '=device-count=0' : ''}`;
  const film = typeof camera === 'object' ? [`--use-file-for-fake-video-capture=${camera.film}`] : [];
  return chromium.launch({
    executablePath,
    args: [
      ...plainArguments,
      device,
      ...film,
      ...(allowed ? ['--use-fake-ui-for-media-stream'] : ['--deny-permission-prompts']),
      '--host-resolver-rules=MAP spoor.example 127.0.0.1',
    ],
  });
}

export interface CameraPage {
  page: Page;
  complaints: string[];
  /** Everything that the page has asked for over the network. */
  asked: { url: string; body: boolean }[];
  told(): Promise<Told>;
}

export async function openCameraPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<CameraPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  const asked: CameraPage['asked'] = [];
  page.on('request', (request) =>
    asked.push({ url: request.url(), body: request.postDataBuffer() !== null }),
  );
  await page.goto(url);
  return { page, complaints, asked, told: () => page.evaluate(() => window.told) };
}
