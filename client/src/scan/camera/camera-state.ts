/**
 * What the camera is at. Only `on` sees anything; every other but `starting` says what is wrong, and ends by itself
 * once that has been put right.
 */
export const cameraStates = [
  'starting',
  'on',
  /** Somebody, or a policy, has said no. */
  'permission-refused',
  'no-camera',
  /** It was on and its plug has been pulled. */
  'unplugged',
  /** Another program, or the system, has it. */
  'taken',
  /** Browsers lend the camera to HTTPS and to this very machine only. */
  'not-secure-context',
  'other',
] as const;

export type CameraState = (typeof cameraStates)[number];

/** What is wrong; undefined while nothing is. */
export type CameraProblem = Exclude<CameraState, 'starting' | 'on'>;

/** By the names of W3C Media Capture and Streams, section "getUserMedia()". */
export function problemOf(error: unknown): CameraProblem {
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'permission-refused';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'no-camera';
    case 'NotReadableError':
    case 'AbortError':
      return 'taken';
    default:
      return 'other';
  }
}

export function isProblem(state: CameraState): state is CameraProblem {
  return state !== 'on' && state !== 'starting';
}

/**
 * After how many milliseconds to try again without a sign that something has changed; undefined: such a sign comes (a
 * device, a permission), or nothing could change while this page is open.
 */
export function retriesAfterMs(problem: CameraProblem): number | undefined {
  switch (problem) {
    case 'taken':
    case 'other':
      return 3_000;
    default:
      return undefined;
  }
}
