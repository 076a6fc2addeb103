import { checkIssuing, type FilesHome } from './codes/codes.service.ts';
import { makeEventPartitions } from './documents/documents.service.ts';
import type { Context } from './platform/context.ts';
import { makeBuiltIns } from './processes/processes.service.ts';

/** What the areas need before the first request: the guard over codes, partitions for events, the built-in types. */
export async function prepareAreas(context: Context, files: FilesHome): Promise<void> {
  await makeEventPartitions(context);
  // On a copy no codes are issued, so nothing new can be made; what is there works.
  if (await checkIssuing(context, files)) await makeBuiltIns(context);
}
