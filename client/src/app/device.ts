/** What is kept on this device alone. Without storage (private windows, policies) nothing breaks. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // It then lasts as long as the page.
  }
}

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export function chosenTheme(): Theme {
  const kept = read('spoor.theme');
  return themes.find((theme) => theme === kept) ?? 'system';
}

/** `public/theme.js` does the same at the next start, before the first paint. */
export function chooseTheme(theme: Theme): void {
  write('spoor.theme', theme === 'system' ? null : theme);
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

export function keptLanguage(): string | null {
  return read('spoor.language');
}

export function keepLanguage(language: string | null): void {
  write('spoor.language', language);
}

/** Somebody signed out here while the server could not be told: the cookie still stands. */
export function owesSignOut(): boolean {
  return read('spoor.sign-out') === 'owed';
}

export function keepOwesSignOut(owes: boolean): void {
  write('spoor.sign-out', owes ? 'owed' : null);
}

/** The name of this desk, which its scans carry. */
export function keptStation(): string | null {
  return read('spoor.station');
}

export function keepStation(name: string): void {
  write('spoor.station', name);
}

export function isMuted(): boolean {
  return read('spoor.muted') === 'yes';
}

export function keepMuted(muted: boolean): void {
  write('spoor.muted', muted ? 'yes' : null);
}

/** Whether the camera was on when this device last scanned. */
export function wantsCamera(): boolean {
  return read('spoor.camera-on') === 'yes';
}

export function keepWantsCamera(on: boolean): void {
  write('spoor.camera-on', on ? 'yes' : null);
}

/** The camera that was chosen last, by the id that the browser gives it for us alone. */
export function keptCamera(): string | null {
  return read('spoor.camera');
}

export function keepCamera(device: string): void {
  write('spoor.camera', device);
}
