import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { formatCode } from '../../shared/codes/code.ts';
import type { WaitingScan } from '../../shared/contracts/documents.ts';
import type { Language } from '../../shared/contracts/fields.ts';
import { findCustomers } from '../customers/customers.service.ts';
import { type DocumentState, listOfMailing, type ShownDocument } from '../documents/documents.service.ts';
import type { Context } from '../platform/context.ts';
import { listPapers, type PapersAsked, presentMailingPapers } from './mailing-papers.ts';
import type { MailingRow } from './mailings.queries.ts';

/** Rows a query: the file grows as it is read, whatever its length. */
const chunk = 1_000;
const addressLines = 6;

type Row = readonly (string | number)[];

/**
 * Writes rows as CSV that a spreadsheet opens right: UTF-8 with its mark, the separator that the reader's country
 * uses, and cells that would be taken for formulas told to be text.
 */
async function writeCsv(
  file: Writable,
  language: Language,
  header: Row,
  pages: AsyncIterable<Row[]>,
): Promise<void> {
  const text = (rows: Row[], bom: boolean) =>
    stringify(rows as (string | number)[][], {
      bom,
      delimiter: language === 'nl' ? ';' : ',',
      record_delimiter: 'windows',
      escape_formulas: true,
    });
  file.write(text([header], true));
  for await (const rows of pages) {
    if (file.destroyed) return;
    if (!file.write(text(rows, false))) await once(file, 'drain').catch(() => {});
  }
  file.end();
}

/** Which paper it is, and whose. */
const which = ['code', 'run', 'ref', 'name', 'city'];

/** For letters that are made elsewhere. Codes in groups of four, or a spreadsheet would round them. */
export function writeMergeData(context: Context, mailing: MailingRow, language: Language, file: Writable) {
  const header = [...which, ...Array.from({ length: addressLines }, (_, n) => `address${n + 1}`)];
  const rows = async (papers: DocumentState[]): Promise<Row[]> => {
    const customers = await findCustomers(
      context.db,
      papers.map(({ customerId }) => customerId),
    );
    return papers.map(({ code, runNumber, customerId }) => {
      const customer = customers.get(customerId);
      const lines = customer?.addressLines ?? [];
      const address = Array.from({ length: addressLines }, (_, n) => lines[n] ?? '');
      return [
        formatCode(code),
        runNumber,
        customer?.ref ?? '',
        customer?.name ?? '',
        customer?.city ?? '',
        ...address,
      ];
    });
  };
  const read = (after: number) =>
    listOfMailing(context.db, mailing.id, { whereabouts: { isNot: 'void' } }, { after, limit: chunk });
  return writeCsv(file, language, header, inPages(read, rows));
}

/** The papers that a figure counts. */
export function writePapers(
  context: Context,
  mailing: MailingRow,
  asked: PapersAsked,
  language: Language,
  file: Writable,
) {
  const header = [...which, 'status', 'values', 'state', 'place', 'since', 'waiting'];
  const rows = async (papers: ShownDocument[]): Promise<Row[]> => {
    const views = await presentMailingPapers(context, papers, language);
    return views.map(({ code, runNumber, customer, words, status, place, waiting }) => [
      formatCode(code),
      runNumber,
      customer.ref,
      customer.name,
      customer.city ?? '',
      [words.headline, ...words.details].join('; '),
      Object.entries(status)
        .map(([name, value]) => `${name} ${value}`)
        .join(' '),
      place.state,
      place.path.map(({ name }) => name).join(' › '),
      place.since,
      waiting.map(wordsOf).join('; '),
    ]);
  };
  return writeCsv(
    file,
    language,
    header,
    inPages((after) => listPapers(context, mailing, asked, { after, limit: chunk }), rows),
  );
}

/** What a scan says that contradicts the status and waits for a person; empty: nothing is in doubt. */
function wordsOf({ reason, moment, scannedPlace, at }: WaitingScan): string {
  const said = [moment?.label, scannedPlace.at(-1)?.name].filter(Boolean).join(', ');
  return `${at} ${said || reason}`;
}

async function* inPages<Paper extends DocumentState>(
  read: (after: number) => Promise<Paper[]>,
  rows: (papers: Paper[]) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  let after = 0;
  for (;;) {
    const papers = await read(after);
    const page = papers.slice(0, chunk);
    if (page.length > 0) yield await rows(page);
    after = page.at(-1)?.runNumber ?? after;
    if (papers.length <= chunk) return;
  }
}
