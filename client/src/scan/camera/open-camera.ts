import { keepCamera, keptCamera } from '../../app/device.ts';
import {
  type CameraProblem,
  type CameraState,
  isProblem,
  problemOf,
  retriesAfterMs,
} from './camera-state.ts';

export interface CameraDevice {
  id: string;
  /** As its maker calls it. */
  label: string;
}

/** The camera as the page sees it at this moment. */
export interface Camera {
  state: CameraState;
  /** While it is on. */
  stream: MediaStream | undefined;
  devices: CameraDevice[];
  /** Which of the devices is on. */
  device: string | undefined;
  /** On or off; undefined: this camera has no lamp. */
  torch: boolean | undefined;
}

export interface CameraControl {
  choose(device: string): void;
  setTorch(on: boolean): void;
  /** At once, without waiting for a sign. */
  retry(): void;
  close(): void;
}

export const cameraOff: Camera = {
  state: 'starting',
  stream: undefined,
  devices: [],
  device: undefined,
  torch: undefined,
};

/** Labels were measured at this size; a larger picture costs more and the camera shows fewer of them a second. */
const size: MediaTrackConstraints = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30 },
};

/**
 * Opens the camera that was used last, or the one that looks away from the person on a phone, and keeps it open: pulled
 * out, taken or refused, it is on again as soon as it can be.
 */
export function openCamera(onChange: (camera: Camera) => void): CameraControl {
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
  let camera = cameraOff;
  let closed = false;
  /** Counts attempts, so that an answer to one that has been overtaken is thrown away. */
  let attempt = 0;
  let retrying: ReturnType<typeof setTimeout> | undefined;
  const listening = new AbortController();

  function change(next: Partial<Camera>): void {
    if (closed) return;
    camera = { ...camera, ...next };
    onChange(camera);
  }

  function letGo(): void {
    camera.stream?.getTracks().forEach((track) => {
      track.onended = null;
      track.stop();
    });
  }

  function fail(problem: CameraProblem): void {
    letGo();
    change({ state: problem, stream: undefined, device: undefined, torch: undefined });
    const wait = retriesAfterMs(problem);
    if (wait !== undefined && !closed) retrying = setTimeout(start, wait);
  }

  async function start(): Promise<void> {
    clearTimeout(retrying);
    attempt += 1;
    const own = attempt;
    if (!mediaDevices?.getUserMedia || !isSecureContext) return fail('not-secure-context');
    letGo();
    // Where something is wrong, that stays on the screen until it is right: no flicker at each attempt.
    if (!isProblem(camera.state)) change({ state: 'starting', stream: undefined });
    try {
      const stream = await mediaDevices.getUserMedia({ audio: false, video: { ...size, ...whichCamera() } });
      if (closed || own !== attempt) return stream.getTracks().forEach((track) => void track.stop());
      await show(stream, mediaDevices);
    } catch (error) {
      if (!closed && own === attempt) fail(problemOf(error));
    }
  }

  async function show(stream: MediaStream, from: MediaDevices): Promise<void> {
    const [track] = stream.getVideoTracks();
    if (!track) return fail('no-camera');
    track.onended = () => void ended(track, from);
    change({
      state: 'on',
      stream,
      device: track.getSettings().deviceId,
      torch: hasTorch(track) ? false : undefined,
    });
    change({ devices: await listCameras(from) });
  }

  /** Its plug, its permission or another program. */
  async function ended(track: MediaStreamTrack, from: MediaDevices): Promise<void> {
    const was = track.getSettings().deviceId ?? camera.device;
    const devices = await listCameras(from);
    if (camera.stream?.getVideoTracks()[0] !== track) return;
    change({ devices });
    if (await isRefused()) return fail('permission-refused');
    if (!devices.some(({ id }) => id === was)) return fail('unplugged');
    fail('taken');
  }

  function startUnlessOn(): void {
    if (camera.state !== 'on' && camera.state !== 'not-secure-context') void start();
  }

  const { signal } = listening;
  mediaDevices?.addEventListener?.(
    'devicechange',
    async () => {
      startUnlessOn();
      change({ devices: await listCameras(mediaDevices) });
    },
    { signal },
  );
  document.addEventListener('visibilitychange', () => document.hidden || startUnlessOn(), { signal });
  void onPermissionChange(startUnlessOn, signal);
  void start();

  return {
    choose(device) {
      keepCamera(device);
      void start();
    },
    setTorch(on) {
      const [track] = camera.stream?.getVideoTracks() ?? [];
      const constraints = { advanced: [{ torch: on }] } as unknown as MediaTrackConstraints;
      track?.applyConstraints(constraints).then(
        () => change({ torch: on }),
        () => change({ torch: undefined }),
      );
    },
    retry: () => void start(),
    close() {
      letGo();
      closed = true;
      clearTimeout(retrying);
      listening.abort();
    },
  };
}

/** Wishes, not conditions: without that camera another one serves. */
function whichCamera(): MediaTrackConstraints {
  const kept = keptCamera();
  return kept === null ? { facingMode: { ideal: 'environment' } } : { deviceId: { ideal: kept } };
}

function hasTorch(track: MediaStreamTrack): boolean {
  const can = track.getCapabilities?.() as { torch?: boolean } | undefined;
  return can?.torch === true;
}

async function listCameras(from: MediaDevices): Promise<CameraDevice[]> {
  const all = await from.enumerateDevices().catch(() => []);
  return all
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, label }));
}

async function cameraPermission(): Promise<PermissionStatus | undefined> {
  // Not every browser knows this permission by name.
  return navigator.permissions?.query({ name: 'camera' as PermissionName }).catch(() => undefined);
}

async function isRefused(): Promise<boolean> {
  return (await cameraPermission())?.state === 'denied';
}

async function onPermissionChange(then: () => void, signal: AbortSignal): Promise<void> {
  (await cameraPermission())?.addEventListener('change', then, { signal });
}
