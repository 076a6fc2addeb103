import type { Sight } from '../decode/eye.ts';
import type { Ask, Reply } from '../decode/eye.worker.ts';

export interface Watcher {
  /** Looks at what this element shows from now on; undefined: at nothing. */
  watch(video: HTMLVideoElement | undefined): void;
  stop(): void;
}

export interface WatcherEvents {
  onSight(sight: Sight, lookedAt: Date): void;
  /** The reader could not be loaded or has broken; nothing will be read. */
  onFailed(reason: string): void;
}

/** At most so often, in milliseconds, while something moves and while nothing does. */
const pace = { moving: 40, still: 100 };
/**
 * No look for so long after a code has counted: it takes longer to lay down the next paper, and meanwhile the scan goes to
 * the server and onto the screen without the reader beside it.
 */
const restMs = 150;

/**
 * Takes one picture at a time from the video to the worker that reads it. While that is busy the pictures go by: none
 * waits, none is kept.
 */
export function startWatcher({ onSight, onFailed }: WatcherEvents): Watcher {
  const worker = new Worker(new URL('../decode/eye.worker.ts', import.meta.url), { type: 'module' });
  let video: HTMLVideoElement | undefined;
  let ready = false;
  let busy = false;
  let stopped = false;
  let nextAt = 0;
  let frameAsked = 0;

  function waitForFrame(): void {
    if (!video || stopped) return;
    const watched = video;
    frameAsked = watched.requestVideoFrameCallback((now) => {
      if (ready && !busy && now >= nextAt) void look(watched, now);
      waitForFrame();
    });
  }

  async function look(watched: HTMLVideoElement, at: number): Promise<void> {
    busy = true;
    try {
      const picture = await take(watched);
      if (stopped || watched !== video) {
        picture.close();
        busy = false;
        return;
      }
      worker.postMessage({ picture, at } satisfies Ask, [picture]);
    } catch {
      // Between two streams an element has no picture for a moment.
      busy = false;
    }
  }

  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    if (data.kind === 'ready') {
      ready = true;
    } else if (data.kind === 'failed') {
      busy = false;
      onFailed(data.reason);
    } else {
      if (data.kind === 'sight') {
        busy = false;
        nextAt = data.sight.counted
          ? performance.now() + restMs
          : data.sight.at + (data.sight.changed ? pace.moving : pace.still);
      }
      onSight(data.sight, new Date(performance.timeOrigin + data.sight.at));
    }
  });
  worker.addEventListener('error', ({ message }) => onFailed(message));

  return {
    watch(next) {
      if (next === video) return;
      video?.cancelVideoFrameCallback(frameAsked);
      video = next;
      waitForFrame();
    },
    stop() {
      stopped = true;
      video?.cancelVideoFrameCallback(frameAsked);
      worker.terminate();
    },
  };
}

/**
 * The picture that the element shows. A `VideoFrame` is handed on as it is; the copy that older browsers make instead
 * takes up to 140 ms of this page's time.
 */
async function take(video: HTMLVideoElement): Promise<VideoFrame | ImageBitmap> {
  return typeof VideoFrame === 'undefined' ? createImageBitmap(video) : new VideoFrame(video);
}
