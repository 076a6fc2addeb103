import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCode } from '../../../../shared/codes/code.ts';
import type { Permission } from '../../../../shared/permissions.ts';
import { call } from '../../api/call.ts';
import { findByCode } from '../find-by-code.ts';
import { pages } from '../pages.ts';
import { paths } from '../paths.ts';
import { useSession } from '../session.ts';
import { useCodeMistake } from '../use-code-mistake.ts';

export type FoundKind = 'paper' | 'place' | 'customer' | 'mailing' | 'person' | 'page';

export interface Found {
  key: string;
  kind: FoundKind;
  title: string;
  note?: string;
  path: string;
}

export interface FoundGroup {
  name: 'byCode' | 'customers' | 'mailings' | 'places' | 'people' | 'pages';
  found: Found[];
}

/** All that a text leads to, in groups; what the server knows comes when the typing pauses. */
export function usePaletteSearch(text: string) {
  const settled = useSettled(text.trim());
  const byCode = useByCode(text);
  const pagesFound = usePages(text);
  const asked = [useCustomers(settled), useMailings(settled), usePlaces(settled), usePeople(settled)];
  const isShort = text.trim().length < 2;
  const groups: FoundGroup[] = [
    { name: 'byCode' as const, found: byCode.found },
    ...asked.map(({ name, found }) => ({ name, found: isShort ? [] : found })),
    { name: 'pages' as const, found: pagesFound },
  ].filter(({ found }) => found.length > 0);
  return {
    groups,
    /** What is wrong with a code that was typed. */
    codeMistake: byCode.mistake,
    searching: asked.some((one) => one.searching) || (!isShort && settled !== text.trim()),
    failed: !isShort && asked.some((one) => one.failed),
  };
}

/** Every look at people is on record: ask when the typing pauses, not at every letter. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 250);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

function useByCode(text: string): { found: Found[]; mistake?: string } {
  const { t } = useTranslation('common');
  const { may } = useSession();
  const mistakeIn = useCodeMistake();
  const read = findByCode(text);
  if (read?.is === 'practice') {
    return { found: [{ key: 'practice', kind: 'page', title: t('page.practice'), path: paths.practice }] };
  }
  const seesPapers = may('documents.read');
  const seesPlaces = may('places.read');
  if (!read || !(seesPapers || seesPlaces)) return { found: [] };
  if (read.is === 'command') return { found: [], mistake: t('palette.codeOfCommand') };
  const said = mistakeIn(text);
  const mistake = said === undefined ? {} : { mistake: said };
  if (read.is === 'wrong') return { found: [], ...mistake };
  const isSwapped = read.is === 'swapped';
  const code = isSwapped ? read.suggestion : read.code;
  const again = isSwapped ? findByCode(code) : read;
  if (again?.is !== 'paper' && again?.is !== 'place') return { found: [], ...mistake };
  if (again.is === 'paper' ? !seesPapers : !seesPlaces) return { found: [], ...mistake };
  const one: Found = {
    key: code,
    kind: again.is,
    title: t(`palette.${again.is}WithCode`, { code: formatCode(code) }),
    path: again.is === 'paper' ? paths.document(code) : paths.place(code),
  };
  return { found: [one], ...mistake };
}

interface Asked {
  name: FoundGroup['name'];
  found: Found[];
  searching: boolean;
  failed: boolean;
}

/** Keyed by what was asked, so that an answer to an earlier question never shows. */
function useAsked(
  name: FoundGroup['name'],
  permission: Permission,
  query: string,
  ask: () => Promise<Found[]>,
): Asked {
  const { may } = useSession();
  const wanted = may(permission) && query.length >= 2;
  const answer = useQuery({ queryKey: ['palette', name, query], queryFn: ask, enabled: wanted });
  return {
    name,
    found: wanted ? (answer.data ?? []) : [],
    searching: wanted && answer.isFetching,
    failed: wanted && answer.isError,
  };
}

function useCustomers(query: string): Asked {
  const { may } = useSession();
  return useAsked('customers', 'customers.read', query, async () => {
    const { items } = await call('get /customers', { query: { query, limit: 6 } });
    return items.map(({ id, name, ref, city }) => ({
      key: id,
      kind: 'customer',
      title: name,
      note: city ? `${ref} · ${city}` : ref,
      path: may('dossiers.read') ? paths.customer(id) : `${paths.customers}?query=${encodeURIComponent(ref)}`,
    }));
  });
}

function useMailings(query: string): Asked {
  return useAsked('mailings', 'mailings.read', query, async () => {
    const { items } = await call('get /mailings', { query: { query, limit: 4 } });
    return items.map(({ id, name, documentType }) => ({
      key: id,
      kind: 'mailing',
      title: name,
      note: documentType.name,
      path: paths.mailing(id),
    }));
  });
}

function usePlaces(query: string): Asked {
  // A place with a code is offered by its code.
  return useAsked('places', 'places.read', findByCode(query) ? '' : query, async () => {
    const { items } = await call('get /places', { query: { query, limit: 4 } });
    return items.map(({ code, name, path }) => ({
      key: code,
      kind: 'place',
      title: name,
      note: path
        .slice(0, -1)
        .map((step) => step.name)
        .join(' › '),
      path: paths.place(code),
    }));
  });
}

function usePeople(query: string): Asked {
  return useAsked('people', 'accounts.read', query, async () => {
    const { items } = await call('get /users', { query: { query, limit: 6 } });
    return items.map(({ id, name, email }) => ({
      key: id,
      kind: 'person',
      title: name,
      note: email,
      path: paths.person(id),
    }));
  });
}

function usePages(text: string): Found[] {
  const { t } = useTranslation('common');
  const { may } = useSession();
  const wanted = text.trim().toLowerCase();
  return pages
    .filter(({ findable, permission }) => findable && (!permission || may(permission)))
    .map(({ path, name }) => ({ key: path, kind: 'page' as const, title: t(`page.${name}`), path }))
    .filter(({ title }) => title.toLowerCase().includes(wanted));
}
