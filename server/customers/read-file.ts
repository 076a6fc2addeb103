import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import type { DomainError } from '../../shared/errors.ts';
import { type Columns, findSeparator, readHeader } from './import-columns.rules.ts';
import type { SpooledFile } from './spool-file.ts';
import { unreadable } from './unreadable.ts';

export interface FileLine {
  /** Where it begins, as an editor counts; the first is 1. */
  line: number;
  cells: string[];
}

export interface OpenedFile {
  columns: Columns;
  /** All lines after the header that hold anything. Throws `file-unreadable`. */
  lines: AsyncGenerator<FileLine>;
}

/** Bytes of a line at most, in UTF-8; more than the longest customer has, also beside columns that are ignored. */
const longestLine = 256 * 1024;

/** Reads the header. Throws `file-unreadable` where it does not say where reference and name stand. */
export async function openFile(file: SpooledFile): Promise<OpenedFile> {
  const lines = readLines(file);
  try {
    let first = await lines.next();
    // Excel names the separator on a line before the header.
    if (!first.done && /^sep=/i.test(first.value.cells[0]?.trim() ?? '')) first = await lines.next();
    if (first.done) throw unreadable('empty', 'The file is empty.');
    return { columns: understand(first.value.cells), lines };
  } catch (error) {
    await lines.return(undefined);
    throw error;
  }
}

function understand(header: readonly string[]): Columns {
  if (header.some((heading) => heading.includes('\0'))) {
    throw unreadable('utf-16-unmarked', 'The file looks like UTF-16. Save it as "CSV UTF-8".');
  }
  const columns = readHeader(header);
  if ('missing' in columns) throw headerUnknown(columns.missing);
  if (!('twice' in columns)) return columns;
  const [one, other] = [shorten(columns.twice[0]), shorten(columns.twice[1])];
  const detail = `The columns "${one}" and "${other}" mean the same. Rename or delete one of them.`;
  throw unreadable('columns-twice', detail, { one, other });
}

async function* readLines(file: SpooledFile): AsyncGenerator<FileLine> {
  const parser = parse({
    bom: true,
    delimiter: findSeparator(file.start),
    record_delimiter: ['\r\n', '\n', '\r'],
    // Quotation marks within a cell are text: 12" pizza.
    relax_quotes: true,
    // Counted, named and rejected by us, line by line.
    relax_column_count: true,
    max_record_size: longestLine,
  });
  const fed = pipeline(file.bytes(), toUtf8(file.encoding), parser).catch(() => {});
  let line = 1;
  try {
    for await (const record of parser) {
      const cells = record as string[];
      if (cells.some((cell) => cell.trim() !== '')) yield { line, cells };
      line += 1 + cells.reduce((sum, cell) => sum + newlinesIn(cell), 0);
    }
  } catch (error) {
    throw explainFailure(error, line);
  } finally {
    parser.destroy();
    await fed;
  }
}

function newlinesIn(cell: string): number {
  return /[\r\n]/.test(cell) ? (cell.match(/\r\n|\n|\r/g)?.length ?? 0) : 0;
}

function toUtf8(encoding: string): Transform {
  const decoder = new TextDecoder(encoding);
  return new Transform({
    transform: (chunk: Buffer, _, done) =>
      done(null, encoding === 'utf-8' ? chunk : Buffer.from(decoder.decode(chunk, { stream: true }))),
    flush: (done) => done(null, encoding === 'utf-8' ? undefined : Buffer.from(decoder.decode())),
  });
}

function explainFailure(error: unknown, line: number): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE') {
    return unreadable(
      'line-open',
      `Line ${line} does not end: after a quotation mark there is none that closes it, or a cell is much too long. Put that line right.`,
      { line },
    );
  }
  return unreadable('line-unreadable', `Line ${line} cannot be read as CSV. Look at its quotation marks.`, {
    line,
  });
}

/** Nothing of the header itself is told: where it is missing, it is the first customer. */
function headerUnknown(missing: readonly ('ref' | 'name')[]): DomainError {
  const [first] = missing;
  const reason = missing.length === 1 && first ? (`${first}-column-missing` as const) : 'columns-missing';
  return unreadable(
    reason,
    `The first line must name the columns, and there is none for ${missing.join(' and ')}. Needed are "ref" and "name" ` +
      `(or "kenmerk" and "naam"); "city", "address1" to "address6", "postcode" and "doNotMail" may be there.`,
  );
}

function shorten(heading: string): string {
  return heading.trim().slice(0, 40);
}
