import type { WaitingScan } from '../../shared/contracts/documents.ts';
import type { Language } from '../../shared/contracts/fields.ts';
import type { ProcessDefinition } from '../../shared/process/definition.ts';
import type { findPaths } from '../places/places.service.ts';
import type { Context } from '../platform/context.ts';
import { getCommands, type LoadedProcess } from '../processes/processes.service.ts';
import type { ShownDocument } from './waiting.queries.ts';

type Paths = Awaited<ReturnType<typeof findPaths>>;

/** Says what was set aside of a paper, in words of its process. Mostly nothing was, and then nothing is asked. */
export async function waitingPresenter(
  { db }: Context,
  papers: readonly ShownDocument[],
  paths: Paths,
  language: Language,
): Promise<(paper: ShownDocument, process: LoadedProcess) => WaitingScan[]> {
  if (papers.every(({ waiting }) => waiting.length === 0)) return () => [];
  const { momentOf } = await getCommands(db);
  return ({ waiting }, { process }) =>
    waiting.map(({ id, reason, moment, place, at, recordedAt }) => ({
      id,
      reason,
      moment: moment === null ? null : presentMoment(momentOf.get(moment) ?? moment, process, language),
      scannedPlace: place === null ? [] : (paths.get(place)?.path ?? []),
      at: at.toISOString(),
      recordedAt: recordedAt.toISOString(),
    }));
}

function presentMoment(name: string, { moments }: ProcessDefinition, language: Language) {
  return { name, label: moments.find((moment) => moment.name === name)?.label[language] ?? name };
}
