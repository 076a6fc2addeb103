import type { Page } from 'playwright-core';

interface Scanning {
  /** What the scanner sends after the digits; undefined: nothing. */
  end?: 'Enter' | 'Tab' | undefined;
  /** Milliseconds between two keys, as the scanner's own clock has it. */
  gap?: number;
  /** What a keyboard of another layout makes of the keys, instead of digits. */
  signs?: readonly string[];
}

/** A French keyboard's upper row. */
export const frenchSigns = ['à', '&', 'é', '"', "'", '(', '-', 'è', '_', 'ç'] as const;

/**
 * Types a code as a hand scanner does: real keys of the browser, which go where the focus is, a few milliseconds apart
 * however slow this machine is.
 */
export async function scanByHand(page: Page, code: string, scanning: Scanning = {}): Promise<void> {
  const { gap = 8, signs } = scanning;
  const end = 'end' in scanning ? scanning.end : 'Enter';
  const session = await page.context().newCDPSession(page);
  const start = Date.now() - code.length * gap;
  const keys = [...code].map((digit) => ({
    code: `Digit${digit}`,
    key: signs?.[Number(digit)] ?? digit,
    windowsVirtualKeyCode: 48 + Number(digit),
    text: signs?.[Number(digit)] ?? digit,
  }));
  const endings = { Enter: [13, '\r'], Tab: [9, ''] } as const;
  if (end) {
    const [windowsVirtualKeyCode, text] = endings[end];
    keys.push({ code: end, key: end, windowsVirtualKeyCode, text });
  }
  await Promise.all(
    keys.flatMap(({ text, ...key }, index) => {
      const timestamp = (start + index * gap) / 1_000;
      return [
        session.send('Input.dispatchKeyEvent', {
          type: text ? 'keyDown' : 'rawKeyDown',
          ...(text && { text }),
          ...key,
          timestamp,
        }),
        session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, timestamp }),
      ];
    }),
  );
  await session.detach();
}
