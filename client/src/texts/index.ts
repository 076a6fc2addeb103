import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../../shared/contracts/fields.ts';
import { type Catalogue, catalogues } from './catalogues.ts';

const used = new Set<Catalogue>(['common', 'parts']);

async function load(language: Language, catalogue: Catalogue): Promise<void> {
  if (i18next.hasResourceBundle(language, catalogue)) return;
  i18next.addResourceBundle(language, catalogue, await catalogues[language][catalogue]());
}

export async function startTexts(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await Promise.all([...used].map((catalogue) => load(language, catalogue)));
}

/** Before a page of this area is shown. */
export async function loadTexts(catalogue: Catalogue): Promise<void> {
  used.add(catalogue);
  await load(i18next.language as Language, catalogue);
}

/**
 * All that has been on the screen so far comes in the other language, then the screens change over at once. Says whether
 * it is another one.
 */
export async function speak(language: Language): Promise<boolean> {
  await Promise.all([...used].map((catalogue) => load(language, catalogue)));
  const isAnother = i18next.language !== language;
  // First, since what the screens ask for as they change over is asked for in it.
  document.documentElement.lang = language;
  if (isAnother) await i18next.changeLanguage(language);
  return isAnother;
}
