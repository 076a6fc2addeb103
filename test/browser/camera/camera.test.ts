import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Code, makeCode } from '../../../shared/codes/code.ts';
import { printLabel, printTwo, printWithEan } from '../../support/label-frames/label.ts';
import { breachesOf } from '../support/axe.ts';
import { type CameraPage, openCameraBrowser, openCameraPage } from './camera-browser.ts';
import { type Shot, shoot } from './film.ts';
import { type ServedCamera, serveCamera } from './served-camera.ts';

let served: ServedCamera;
const url = (host = '127.0.0.1') => `http://${host}:${served.port}/`;

beforeAll(async () => {
  served = await serveCamera();
});

afterAll(async () => {
  await served?.stop();
});

/** Plays the film to the page until the act is done. */
async function withFilm(shots: readonly Shot[], act: (camera: CameraPage) => Promise<void>): Promise<void> {
  const film = await shoot(shots);
  const browser = await openCameraBrowser({ camera: { film: film.file } });
  try {
    await act(await openCameraPage(browser, url()));
  } finally {
    await browser.close();
    await film.remove();
  }
}

async function withoutFilm(
  settings: Parameters<typeof openCameraBrowser>[0],
  act: (camera: CameraPage) => Promise<void>,
  host?: string,
): Promise<void> {
  const browser = await openCameraBrowser(settings);
  try {
    await act(await openCameraPage(browser, url(host)));
  } finally {
    await browser.close();
  }
}

const codeOf = (number: number): Code => makeCode(1_000_000_007 + number * 97_531);
const shotOf = (code: Code, more: Partial<Shot> = {}): Shot => ({
  paper: printLabel('both', code, 5),
  pose: { pixelsPerMm: 5 },
  seconds: 0.7,
  ...more,
});

/** Films go round, and the page may come in anywhere: all that counted from this code on until it came again. */
async function countedInRound({ page, told }: CameraPage, start: string): Promise<string[]> {
  await page.waitForFunction((code) => window.told.codes.filter((each) => each === code).length > 1, start, {
    timeout: 90_000,
  });
  const { codes } = await told();
  const from = codes.indexOf(start);
  return codes.slice(from, codes.indexOf(start, from + 1));
}

describe('before the camera', () => {
  test('a pile of thirty is read: every one once, none twice, in order; and codes alone leave the page', async () => {
    const codes = Array.from({ length: 30 }, (_, number) => codeOf(number));
    const pile = codes.map((code, number) =>
      shotOf(code, { pose: { pixelsPerMm: 5, turn: ((number * 7) % 21) - 10, x: (number % 5) * 20 - 40 } }),
    );
    await withFilm(pile, async (camera) => {
      await camera.page.waitForFunction(() => window.told.codes.length > 1);
      const start = codes.indexOf((await camera.told()).codes[1] as Code);
      const counted = await countedInRound(camera, codes[start]!);
      expect(counted).toEqual([...codes.slice(start), ...codes.slice(0, start)]);
      const { several, states, longTasks } = await camera.told();
      expect(several).toEqual([]);
      expect(states).toEqual(['starting', 'on']);
      expect(camera.asked.filter(({ body }) => body)).toEqual([]);
      const origins = new Set(camera.asked.map((each) => new URL(each.url).origin));
      expect([...origins]).toEqual([new URL(url()).origin]);
      expect(camera.complaints).toEqual([]);
      // Not one a paper, as a copy of each picture on the page's own thread would be.
      expect(longTasks.length, `tasks over 50 ms: ${longTasks}`).toBeLessThan(codes.length);
    });
  }, 120_000);

  test('a label turned, folded, in the dark, beside a parcel code: each counts; two at once do not', async () => {
    const [turned, folded, dark, beside, one, two, last] = Array.from({ length: 7 }, (_, n) =>
      codeOf(100 + n),
    );
    const film: Shot[] = [
      shotOf(turned!, {
        paper: printLabel('code-128', turned!, 5),
        pose: { pixelsPerMm: 5, turn: 30 },
        seconds: 1.5,
      }),
      shotOf(folded!, { pose: { pixelsPerMm: 5, fold: { at: 19, angle: 40 } }, seconds: 1 }),
      shotOf(dark!, { light: { brightness: 0.25, noise: 4 }, seconds: 1 }),
      shotOf(beside!, { paper: printWithEan(beside!, '871234567890', 5), seconds: 1 }),
      { seconds: 1.5 },
      shotOf(one!, { paper: printTwo([one!, two!], 5), pose: { pixelsPerMm: 5, y: -45 }, seconds: 2 }),
      { seconds: 1.5 },
      shotOf(last!, { seconds: 1 }),
    ];
    await withFilm(film, async (camera) => {
      await camera.page.getByText('More than one code. Show me one.').waitFor();
      expect(await countedInRound(camera, turned!)).toEqual([turned, folded, dark, beside, last]);
      const { several } = await camera.told();
      expect(several[0]?.toSorted()).toEqual([one, two].toSorted());
      expect(several[1]).toEqual([]);
    });
  }, 120_000);

  test('paused, the picture stays and nothing counts; then it goes on', async () => {
    await withFilm([shotOf(codeOf(1)), shotOf(codeOf(2)), shotOf(codeOf(3))], async ({ page, told }) => {
      await page.waitForFunction(() => window.told.codes.length > 0);
      await page.getByRole('button', { name: 'Pause' }).click();
      const before = (await told()).codes.length;
      // Longer than the film.
      const passed = await page.locator('video').evaluate(async (video: HTMLVideoElement) => {
        const from = video.currentTime;
        while (video.currentTime < from + 2.5) await new Promise((resolve) => setTimeout(resolve, 100));
        return video.currentTime - from;
      });
      expect(passed).toBeGreaterThan(2);
      expect((await told()).codes.length).toBe(before);
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.waitForFunction((count) => window.told.codes.length > count, before);
    });
  });
});

describe('a camera that is not there', () => {
  test('because somebody said no: the page says what to do, for screen readers too', async () => {
    await withoutFilm({ allowed: false }, async ({ page, told }) => {
      await page.getByRole('alert').getByText('The camera is not allowed').waitFor();
      expect((await told()).states.at(-1)).toBe('permission-refused');
      expect(await breachesOf(page)).toEqual([]);
    });
  });

  test('because none is connected: the page says that it starts by itself', async () => {
    await withoutFilm({ camera: 'none' }, async ({ page, told }) => {
      await page.getByRole('alert').getByText('No camera found').waitFor();
      expect((await told()).states.at(-1)).toBe('no-camera');
      expect(await breachesOf(page)).toEqual([]);
    });
  });

  test('because another program has it, or its plug was pulled: it is on again by itself', async () => {
    await withoutFilm({}, async ({ page, told }) => {
      await page.waitForFunction(() => window.told.states.at(-1) === 'on');
      await page.evaluate(breakCamera, 'NotReadableError');
      await page.getByRole('alert').getByText('Another program has the camera').waitFor();
      await page.evaluate(mendCamera);
      await page.waitForFunction(() => window.told.states.at(-1) === 'on');

      await page.evaluate(breakCamera, 'NotFoundError');
      await page.getByRole('alert').getByText('The camera is unplugged').waitFor();
      await page.evaluate(mendCamera);
      await page.waitForFunction(() => window.told.states.at(-1) === 'on');
      expect((await told()).states).toEqual(['starting', 'on', 'taken', 'on', 'unplugged', 'on']);
    });
  });

  test('because the address is not safe: the page says which one is, and offers no attempt', async () => {
    await withoutFilm(
      {},
      async ({ page, told }) => {
        await page.getByRole('alert').getByText('No camera at this address').waitFor();
        expect((await told()).states.at(-1)).toBe('not-secure-context');
        expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
      },
      'spoor.example',
    );
  });
});

interface Broken {
  getUserMedia: MediaDevices['getUserMedia'];
  enumerateDevices: MediaDevices['enumerateDevices'];
}

/** What the browser does when the camera goes: its track ends, and asking for it fails. No camera can be told to. */
function breakCamera(name: string): void {
  const { mediaDevices } = navigator;
  const { getUserMedia, enumerateDevices } = mediaDevices;
  Object.assign(window, { broken: { getUserMedia, enumerateDevices } satisfies Broken });
  const gone = name === 'NotFoundError';
  mediaDevices.getUserMedia = () => Promise.reject(new DOMException('gone', name));
  if (gone) mediaDevices.enumerateDevices = () => Promise.resolve([]);
  const stream = document.querySelector('video')?.srcObject as MediaStream;
  stream.getVideoTracks()[0]?.dispatchEvent(new Event('ended'));
}

function mendCamera(): void {
  const { mediaDevices } = navigator;
  const { getUserMedia, enumerateDevices } = (window as unknown as { broken: Broken }).broken;
  Object.assign(mediaDevices, { getUserMedia, enumerateDevices });
  mediaDevices.dispatchEvent(new Event('devicechange'));
}
