import type { Frame, Reading } from './frame.ts';

/** A worker as browsers and Node have it, reduced to what is needed. */
export interface SlowWorker {
  /** The pixels move over: the frame is empty afterwards. */
  send(frame: Frame): void;
  onReadings(listener: (readings: Reading[]) => void): void;
  stop(): void;
}

/** One frame at a time, never a queue. */
export interface SecondReader {
  /** Takes the frame if it has nothing to do; false: it is busy, and the frame is left alone. */
  offer(frame: Frame, then: (readings: Reading[]) => void): boolean;
  readonly busy: boolean;
  stop(): void;
}

/** Usual is less than one second; whoever takes this long has lost itself in the picture. */
const longestMs = 4_000;

/**
 * Runs the slow reader beside everything else. Where it takes too long, its worker is thrown away and the next frame
 * starts another; that picture counts as not read.
 */
export function createSecondReader(startWorker: () => SlowWorker, limitMs: number = longestMs): SecondReader {
  let worker: SlowWorker | undefined;
  let waiting: { then: (readings: Reading[]) => void; limit: ReturnType<typeof setTimeout> } | undefined;

  function finish(readings: Reading[]): void {
    if (!waiting) return;
    const { then, limit } = waiting;
    waiting = undefined;
    clearTimeout(limit);
    then(readings);
  }

  function start(): SlowWorker {
    const started = startWorker();
    started.onReadings((readings) => {
      if (worker === started) finish(readings);
    });
    return started;
  }

  function stop(): void {
    worker?.stop();
    worker = undefined;
    finish([]);
  }

  return {
    get busy() {
      return waiting !== undefined;
    },
    offer(frame, then) {
      if (waiting) return false;
      waiting = { then, limit: setTimeout(stop, limitMs) };
      worker ??= start();
      worker.send(frame);
      return true;
    },
    stop,
  };
}
