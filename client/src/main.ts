import { loadAnew } from './api/load-anew.ts';
import { keptLanguage, owesSignOut } from './app/device.ts';
import { beginFirstPage } from './app/first-page.ts';
import { languageFor } from './app/language.ts';

const language = languageFor({ device: keptLanguage(), browser: navigator.languages });
document.documentElement.lang = language;
// Whoever signed out without the server is not to be let in by an answer from before it was told.
if (!owesSignOut()) beginFirstPage(language);
// Not awaited: what it brings uses parts of this file, and would wait for it in turn.
void import('./show-screens.tsx').then(({ showScreens }) => showScreens(language)).catch(loadAnew);
