/** What the page notes of itself, in milliseconds of `performance.now()`. */
export interface Laps {
  /** When the first frame came in which a code was seen. */
  seen: Record<string, number>;
  /** The frame that a code was counted in: when it came, and when the reader's answer was there. */
  read: Record<string, { cameAt: number; readAt: number }>;
  /** When the outcome of a code was first drawn. */
  shown: Record<string, number>;
}

declare global {
  var laps: Laps;
}

/**
 * Runs in the page before its own scripts: listens to the reader's worker beside the page, and looks at every frame of the
 * screen whether an outcome stands there. It changes nothing.
 */
export function startStopWatch(): void {
  globalThis.laps = { seen: {}, read: {}, shown: {} };
  const { seen, read, shown } = globalThis.laps;
  const Plain = globalThis.Worker;
  globalThis.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener('message', ({ data }) => {
        for (const { code } of data?.sight?.seen ?? []) seen[code] ??= data.sight.at;
        const counted = data?.sight?.counted;
        if (counted) read[counted.code] ??= { cameAt: data.sight.at, readAt: performance.now() };
      });
    }
  };
  const look = () => {
    const panel = document.querySelector('section[aria-live] [data-look]');
    if (panel && ['booked', 'already'].includes(panel.getAttribute('data-look') ?? '')) {
      const code = /\d{12}/.exec((panel.textContent ?? '').replaceAll(/\s/g, ''))?.[0];
      if (code) shown[code] ??= performance.now();
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
