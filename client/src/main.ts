import { keptLanguage } from './app/device.ts';
import { beginFirstPage } from './app/first-page.ts';
import { languageFor } from './app/language.ts';

const language = languageFor({ device: keptLanguage(), browser: navigator.languages });
document.documentElement.lang = language;
beginFirstPage(language);
// Not awaited: what it brings uses parts of this file, and would wait for it in turn.
void import('./show-screens.tsx').then(({ showScreens }) => showScreens(language));
