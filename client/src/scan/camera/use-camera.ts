import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { SeenCode, Sight } from '../decode/eye.ts';
import type { Corners } from '../decode/frame.ts';
import type { CameraState } from './camera-state.ts';
import { type Camera, type CameraControl, cameraOff, openCamera } from './open-camera.ts';
import { startWatcher, type Watcher } from './watch.ts';

/** A code that has come before the camera, once until it leaves. */
export interface CameraCode {
  /** Twelve digits with right check digits. */
  code: string;
  /** When the picture was taken. */
  at: Date;
  /** In pixels of the picture. */
  corners: Corners;
}

export interface CameraEvents {
  onCode(seen: CameraCode): void;
  /** These lie there together and none of them is booked: "show me one". Empty: no longer. */
  onSeveral?: ((codes: string[]) => void) | undefined;
  onState?: ((state: CameraState) => void) | undefined;
}

interface UseCamera {
  video: RefObject<HTMLVideoElement | null>;
  camera: Camera;
  control: CameraControl | undefined;
  /** What to draw a frame around. */
  seen: readonly SeenCode[];
  several: readonly string[];
}

const nothing: readonly SeenCode[] = [];
const none: readonly string[] = [];

/** The camera and what it reads, from mounting to unmounting; paused it stays on and reads nothing. */
export function useCamera({ onCode, onSeveral, onState }: CameraEvents, paused: boolean): UseCamera {
  const video = useRef<HTMLVideoElement>(null);
  const [camera, setCamera] = useState(cameraOff);
  const [control, setControl] = useState<CameraControl>();
  const [watcher, setWatcher] = useState<Watcher>();
  const [readerFailed, setReaderFailed] = useState(false);
  const [seen, setSeen] = useState(nothing);
  const [several, setSeveral] = useState(none);

  const noteSight = useEffectEvent((sight: Sight, at: Date) => {
    if (paused) return;
    if (sight.seen) setSeen(sight.seen.length === 0 ? nothing : sight.seen);
    if (sight.several.join() !== several.join()) {
      setSeveral(sight.several);
      onSeveral?.(sight.several);
    }
    if (sight.counted) onCode({ ...sight.counted, at });
  });

  useEffect(() => {
    const opened = openCamera(setCamera);
    const started = startWatcher({ onSight: noteSight, onFailed: () => setReaderFailed(true) });
    setControl(opened);
    setWatcher(started);
    return () => {
      opened.close();
      started.stop();
      setCamera(cameraOff);
    };
  }, []);

  const { stream } = camera;
  useEffect(() => {
    const element = video.current;
    if (!element || !stream) return;
    element.srcObject = stream;
    // Refused only where the page has gone in between.
    element.play().catch(() => undefined);
    return () => {
      element.srcObject = null;
    };
  }, [stream]);

  const watching = stream !== undefined && !paused;
  useEffect(() => {
    if (!watching) return;
    watcher?.watch(video.current ?? undefined);
    return () => {
      watcher?.watch(undefined);
      setSeen(nothing);
    };
  }, [watcher, watching]);

  const state = readerFailed ? 'other' : camera.state;
  const sayState = useEffectEvent((now: CameraState) => onState?.(now));
  useEffect(() => {
    sayState(state);
  }, [state]);

  return { video, camera: { ...camera, state }, control, seen, several };
}
