import type { Language } from '../../shared/contracts/fields.ts';
import type { MailingDetailView } from '../../shared/contracts/mailings.ts';
import type { Context } from '../platform/context.ts';
import { getProcesses, type LoadedProcess } from '../processes/processes.service.ts';
import { findFigures } from './figures.queries.ts';
import type { MailingRow } from './mailings.queries.ts';
import { type FoldedFigures, figuresOf } from './mailings.rules.ts';
import { today } from './today.ts';

/** Mailings with their figures, in words of the reader's language. */
export async function presentMailings(
  context: Context,
  rows: readonly MailingRow[],
  language: Language,
): Promise<MailingDetailView[]> {
  const processes = await getProcesses(
    context,
    rows.map(({ processId }) => processId),
  );
  const figures = await findFigures(
    context.db,
    rows.map(({ id }) => id),
  );
  const day = await today(context);
  return rows.map((row) => {
    const process = processes.get(row.processId);
    if (!process) throw new Error(`mailing ${row.id} has lost its process`);
    return present(row, process, figures.get(row.id) ?? [], day, language);
  });
}

function present(
  row: MailingRow,
  process: LoadedProcess,
  folded: FoldedFigures,
  day: string,
  language: Language,
): MailingDetailView {
  const { values, ...figures } = figuresOf(process.process, folded, row.expectedBy, day);
  const iso = (time: Date | null) => time?.toISOString() ?? null;
  return {
    id: row.id,
    name: row.name,
    documentType: { key: process.key, name: process.type.name[language] },
    process: { id: process.id, version: process.version },
    expectedBy: row.expectedBy,
    state: row.state as MailingDetailView['state'],
    papers: row.papers,
    job: row.jobId,
    createdAt: row.createdAt.toISOString(),
    createdBy:
      row.createdBy === null ? null : { id: row.createdBy, name: row.createdByName ?? row.createdBy },
    mailedAt: iso(row.mailedAt),
    closedAt: iso(row.closedAt),
    figures: {
      ...figures,
      values: Object.fromEntries(
        process.process.variables.map((variable, index) => [
          variable.name,
          variable.values.map(({ value, label }) => ({
            value,
            label: label[language],
            documents: values(index, value),
          })),
        ]),
      ),
      labels: Object.fromEntries(process.process.variables.map(({ name, label }) => [name, label[language]])),
    },
  };
}
