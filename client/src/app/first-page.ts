import type { SignedInView } from '../../../shared/contracts/accounts.ts';
import type { Language } from '../../../shared/contracts/fields.ts';
import type { OrganisationView } from '../../../shared/contracts/organisation.ts';
import { beginCall } from '../api/begun.ts';
import { type Catalogue, catalogues } from '../texts/catalogues.ts';
import { keptLanguage } from './device.ts';
import { type FoundPage, firstPageAt } from './first-page-at.ts';
import { languageFor } from './language.ts';

// Everything that the first page waits for is begun here, side by side, before React and the rest have come. Nothing
// depends on it: what did not come is asked for again where it is needed, and fails there.

export function beginFirstPage(language: Language): void {
  const { pathname, search } = window.location;
  const session = beginCall('/api/v1/session', language);
  const organisation = beginCall('/api/v1/organisation', language);
  fetchPage(firstPageAt(pathname, true), language);
  Promise.all([readIf<SignedInView>(session), readIf<OrganisationView>(organisation)]).then(
    ([view, house]) => {
      const page = firstPageAt(pathname, view !== undefined);
      const spoken = languageFor({
        user: view?.user.language,
        device: keptLanguage(),
        organisation: house?.language,
        browser: navigator.languages,
      });
      fetchPage(page, spoken);
      if (view && page) askFor(page, view, new URLSearchParams(search), spoken);
    },
    () => undefined,
  );
}

/** Of a copy: who asks the API gets the answer itself. */
async function readIf<View>(asked: Promise<Response>): Promise<View | undefined> {
  const response = await asked;
  return response.ok ? await (response.clone().json() as Promise<View>) : undefined;
}

/** The browser keeps what it has, so that a second time costs nothing. */
function fetchPage(page: FoundPage | undefined, language: Language): void {
  const words: Catalogue[] = ['common', 'parts', ...(page?.file.texts ?? [])];
  const parts = [page?.file.load(), ...words.map((catalogue) => catalogues[language][catalogue]())];
  for (const part of parts) part?.catch(() => undefined);
}

/** Only for whom the page is meant: whatever is looked at is on record. */
function askFor(
  { file: { permission, first }, params }: FoundPage,
  { permissions }: SignedInView,
  search: URLSearchParams,
  language: Language,
): void {
  if (permission && !permissions.includes(permission)) return;
  for (const address of first?.(params, search) ?? []) beginCall(address, language).catch(() => undefined);
}
