import type { Sound } from './session.ts';

/** A tone: hertz (to `to`, where it glides), start and length in milliseconds. */
interface Tone {
  hertz: number;
  to?: number;
  at: number;
  ms: number;
  shape?: OscillatorType;
  loud?: number;
}

/** Told apart without looking: by number, pitch and direction of the tones. */
const tones: Record<Sound, readonly Tone[]> = {
  booked: [{ hertz: 880, to: 1_320, at: 0, ms: 90 }],
  already: [
    { hertz: 660, at: 0, ms: 80, loud: 0.6 },
    { hertz: 660, at: 150, ms: 80, loud: 0.6 },
  ],
  refused: [
    { hertz: 330, at: 0, ms: 160, shape: 'square', loud: 0.35 },
    { hertz: 220, at: 180, ms: 240, shape: 'square', loud: 0.35 },
  ],
  unknown: [
    { hertz: 300, at: 0, ms: 110, shape: 'sawtooth', loud: 0.4 },
    { hertz: 620, at: 120, ms: 110, shape: 'sawtooth', loud: 0.4 },
    { hertz: 300, at: 240, ms: 140, shape: 'sawtooth', loud: 0.4 },
  ],
  exception: [
    { hertz: 990, at: 0, ms: 700, loud: 0.8 },
    { hertz: 1_980, at: 0, ms: 450, loud: 0.25 },
  ],
  seen: [{ hertz: 1_200, at: 0, ms: 25, loud: 0.5 }],
  click: [{ hertz: 520, at: 0, ms: 30, loud: 0.5 }],
  stop: [
    { hertz: 220, at: 0, ms: 260, shape: 'square', loud: 0.4 },
    { hertz: 220, at: 330, ms: 260, shape: 'square', loud: 0.4 },
    { hertz: 220, at: 660, ms: 260, shape: 'square', loud: 0.4 },
  ],
};

/** For a phone in the hand: vibrate and pause by turns, in milliseconds. */
const shakes: Partial<Record<Sound, number[]>> = {
  booked: [30],
  already: [30, 60, 30],
  refused: [200],
  unknown: [80, 60, 80, 60, 80],
  exception: [120, 60, 30],
  stop: [300, 100, 300],
};

let audio: AudioContext | undefined;

/** Browsers stay silent until somebody has pressed something; a scanner's keys count. */
export function wakeSounds(): void {
  audio ??= typeof AudioContext === 'function' ? new AudioContext() : undefined;
  if (audio?.state === 'suspended') void audio.resume().catch(() => undefined);
}

export function playSound(sound: Sound): void {
  const shake = shakes[sound];
  if (shake && typeof navigator.vibrate === 'function') navigator.vibrate(shake);
  if (audio?.state !== 'running') return;
  for (const tone of tones[sound]) play(audio, tone);
}

function play(context: AudioContext, { hertz, to = hertz, at, ms, shape = 'sine', loud = 1 }: Tone): void {
  const start = context.currentTime + at / 1_000;
  const end = start + ms / 1_000;
  const oscillator = new OscillatorNode(context, { type: shape, frequency: hertz });
  oscillator.frequency.linearRampToValueAtTime(to, end);
  const gain = new GainNode(context, { gain: 0 });
  // Without the ramps every tone begins and ends with a crack.
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(0.3 * loud, start + 0.008);
  gain.gain.exponentialRampToValueAtTime(0.001, end);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(end + 0.02);
}
