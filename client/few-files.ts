/** What the bundler knows of a module: which others it always brings along. */
interface ModuleInfo {
  importedIds: string[];
}

interface Chunking {
  getModuleInfo(id: string): ModuleInfo | null;
}

/** How the screens are cut into files. Left alone, the bundler makes sixty for a first page; each is a request. */
export const fewFiles = [
  {
    // What every page needs comes in one file.
    name: (id: string, chunking: Chunking) => (neededByAll(chunking).has(id) ? 'screens' : null),
    debugName: 'screens',
    priority: 2,
  },
  {
    // What forms, lists and papers are made of, in a second one. Zod and the camera stay where only who needs them goes.
    name: 'parts',
    test: /\/client\/src\/(ui|parts|app|api)\/(?!validate|shell\/)|\/@tabler\/icons-react\/|\/@tanstack\//,
    priority: 1,
  },
  {
    // The words that stand on every page.
    name: (id: string) => /\/client\/src\/texts\/(en|nl)\/(?:common|parts)\.ts$/.exec(id)?.[1] ?? null,
    debugName: 'words',
    priority: 1,
  },
];

let all: Set<string> | undefined;

function neededByAll(chunking: Chunking): Set<string> {
  if (all) return all;
  all = new Set();
  const next = [`${import.meta.dirname}/src/main.tsx`];
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (all.has(id)) continue;
    all.add(id);
    next.push(...(chunking.getModuleInfo(id)?.importedIds ?? []));
  }
  return all;
}
