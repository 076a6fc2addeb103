import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Code } from '../../../../shared/codes/code.ts';
import { practiceCode } from '../../../../shared/codes/practice-code.ts';
import { call, type Reply } from '../../api/call.ts';
import type { ChosenMoment, Command } from '../../scan/session.ts';

export type OpenException = Reply<'get /scans/exceptions'>['items'][number];
export type RefusedScan = Reply<'get /scans/refused'>['items'][number];

const scanningKey = ['scanning'] as const;

/** `code`: only those of this paper. */
export function exceptionsQuery(settled: boolean, code: string | null) {
  return infiniteQueryOptions({
    queryKey: [...scanningKey, 'exceptions', settled, code],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      call('get /scans/exceptions', {
        query: { settled: settled ? 'true' : 'false', cursor: pageParam, ...(code !== null && { code }) },
      }),
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** What was decided about it; null where that cannot be fetched just now. */
export async function decisionAbout({ id, code }: OpenException): Promise<OpenException['settled']> {
  const query = { settled: 'true', code, limit: 200 } as const;
  const decided = await call('get /scans/exceptions', { query }).catch(() => null);
  return decided?.items.find((one) => one.id === id)?.settled ?? null;
}

export const refusedQuery = infiniteQueryOptions({
  queryKey: [...scanningKey, 'refused'],
  initialPageParam: '',
  queryFn: ({ pageParam }) => call('get /scans/refused', { query: { cursor: pageParam } }),
  getNextPageParam: (page) => page.nextCursor,
});

/** How many wait for a decision. Never asked by a clock: an idle station must not keep its session alive. */
export const openCountQuery = queryOptions({
  queryKey: [...scanningKey, 'open'],
  queryFn: async () => (await call('get /scans/exceptions', { query: { limit: 1 } })).open,
});

/** Moments that the same document types have, under the names of those types; `every`: all types have them. */
export interface MomentGroup {
  every: boolean;
  types: string[];
  moments: ChosenMoment[];
}

export interface StationCommands {
  groups: MomentGroup[];
  commands: Record<string, Command>;
}

/** All that a command sheet can say at a station. Labels come in the reader's language, so it is in the key. */
export function commandsQuery(language: string) {
  return queryOptions({
    queryKey: [...scanningKey, 'commands', language],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async (): Promise<StationCommands> => {
      const [types, fixed] = await Promise.all([call('get /document-types'), call('get /commands')]);
      const processes = await Promise.all(
        types.items.map(async ({ name, process }) => ({
          type: name,
          moments: (await call('get /processes/{id}', { params: { id: process.id } })).moments,
        })),
      );
      return {
        groups: groupMoments(processes),
        commands: commandsOf(
          processes.flatMap(({ moments }) => moments),
          fixed.items,
        ),
      };
    },
  });
}

const fixedCommands: Record<string, 'undo' | 'clear' | 'done'> = {
  UNDO: 'undo',
  CLEAR: 'clear',
  DONE: 'done',
};

function commandsOf(
  moments: readonly ChosenMoment[],
  fixed: readonly { name: string; code: Code }[],
): Record<string, Command> {
  const commands: Record<string, Command> = { [practiceCode]: { is: 'practice' } };
  for (const { name, code } of fixed) {
    const is = fixedCommands[name.toUpperCase()];
    if (is) commands[code] = { is };
  }
  for (const { name, label, commandCode } of moments) {
    commands[commandCode] ??= { is: 'moment', moment: { name, label, commandCode } };
  }
  return commands;
}

/** What only some types have comes first: that is what piles are mostly about. */
function groupMoments(
  processes: readonly { type: string; moments: readonly ChosenMoment[] }[],
): MomentGroup[] {
  const typesOf = new Map<string, string[]>();
  const byName = new Map<string, ChosenMoment>();
  for (const { type, moments } of processes) {
    for (const { name, label, commandCode } of moments) {
      typesOf.set(name, [...(typesOf.get(name) ?? []), type]);
      if (!byName.has(name)) byName.set(name, { name, label, commandCode });
    }
  }
  const groups = Map.groupBy(byName.values(), ({ name }) => typesOf.get(name)?.join('\n') ?? '');
  return [...groups]
    .map(([key, moments]) => {
      const types = key.split('\n');
      return { every: types.length === processes.length, types, moments };
    })
    .sort((a, b) => Number(a.every) - Number(b.every));
}
