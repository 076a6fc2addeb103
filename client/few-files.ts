import type { Plugin } from 'vite';

/** What the bundler knows of a module: which others it always brings along. */
interface Chunking {
  getModuleInfo(id: string): { importedIds: string[] } | null;
}

const source = `${import.meta.dirname}/src`;
const first = broughtAlongBy(`${source}/main.ts`);
const always = broughtAlongBy(`${source}/show-screens.tsx`);

/** How the screens are cut into files. Left alone, the bundler makes sixty for a first page; each is a request. */
export const fewFiles = [
  {
    // Begins all the rest, so it is small and waits for none of it.
    name: (id: string, chunking: Chunking) => (first(chunking).has(id) ? 'main' : null),
    debugName: 'main',
    priority: 3,
  },
  {
    // What every page needs.
    name: (id: string, chunking: Chunking) => (always(chunking).has(id) ? 'screens' : null),
    debugName: 'screens',
    priority: 2,
  },
  {
    // What forms, lists and papers are made of. Zod and the camera stay where only who needs them goes.
    name: 'pieces',
    test: /\/client\/src\/(ui|parts|app|api)\/(?!validate|shell\/)|\/@tabler\/icons-react\/|\/@tanstack\//,
    priority: 1,
  },
];

function broughtAlongBy(entry: string) {
  const found = new Set<string>();
  return (chunking: Chunking): ReadonlySet<string> => {
    const next = found.size === 0 ? [entry] : [];
    for (let id = next.pop(); id !== undefined; id = next.pop()) {
      if (found.has(id)) continue;
      found.add(id);
      next.push(...(chunking.getModuleInfo(id)?.importedIds ?? []));
    }
    return found;
  };
}

/** Named in the page itself: the scripts that every page runs and the faces that every page is set in. */
export const preloadFirst: Plugin = {
  name: 'preload-first',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.values(bundle).flatMap((made) => {
        const href = `/${made.fileName}`;
        if (made.type === 'chunk' && ['rolldown-runtime', 'screens', 'pieces'].includes(made.name))
          return [script(href)];
        return /fira-sans-latin-(400|600)-/.test(href) ? [face(href)] : [];
      }),
  },
};

function script(href: string) {
  return { tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href }, injectTo: 'head' as const };
}

function face(href: string) {
  const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href };
  return { tag: 'link', attrs, injectTo: 'head' as const };
}
