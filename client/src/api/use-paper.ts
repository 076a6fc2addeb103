import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { DocumentView } from '../../../shared/contracts/documents.ts';
import type { Permission } from '../../../shared/permissions.ts';
import { call } from './call.ts';
import { documentTypesQuery, eventsQuery, paperKeys, processQuery } from './papers.ts';

interface Reader {
  language: string;
  may: (permission: Permission) => boolean;
  /** The paper is not what it was. */
  onChanged: () => unknown;
}

/** What the details of a paper need beside the paper: its history, its process, and what the reader may do. */
export function usePaper(
  { code, type, process: { id } }: Pick<DocumentView, 'code' | 'type' | 'process'>,
  { language, may, onChanged }: Reader,
) {
  const queries = useQueryClient();
  const events = useQuery(eventsQuery(code));
  const process = useQuery({ ...processQuery(id, language), enabled: may('processes.read') });
  const types = useQuery({ ...documentTypesQuery(language), enabled: may('processes.read') });
  const changed = async (change: Promise<unknown>) => {
    await change;
    await Promise.all([queries.invalidateQueries({ queryKey: paperKeys.events(code) }), onChanged()]);
  };
  const params = { code };
  return {
    events,
    process,
    keyPoints: types.data?.items.find(({ key }) => key === type.key)?.keyPoints ?? [],
    ...(may('documents.change') && {
      onSaveKeyPoints: (body: Record<string, string | number | null>) =>
        changed(call('patch /documents/{code}/key-points', { params, body })),
      onCancel: () => changed(call('post /documents/{code}/cancel', { params })),
    }),
    ...(may('documents.report') && {
      onReportMissing: () => changed(call('post /documents/{code}/missing', { params })),
    }),
  };
}
