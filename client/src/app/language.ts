import type { Language } from '../../../shared/contracts/fields.ts';

export const languages: readonly Language[] = ['en', 'nl'];

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

interface Wishes {
  user?: Language | null | undefined;
  /** Chosen on this device, before or without signing in. */
  device?: string | null | undefined;
  organisation?: Language | undefined;
  /** As the browser lists them, the dearest first. */
  browser: readonly string[];
}

/** The reader's own wish first, then this device's, then the organisation's, then the browser's. */
export function languageFor({ user, device, organisation, browser }: Wishes): Language {
  if (user) return user;
  if (isLanguage(device)) return device;
  return organisation ?? browser.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}
