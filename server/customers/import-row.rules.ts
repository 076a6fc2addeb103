import { customerLimits, type ImportRejection } from '../../shared/contracts/customers.ts';
import { foldText } from './customers.rules.ts';
import type { Columns } from './import-columns.rules.ts';

/** What a line of a file says about a customer, or why it cannot be taken; pure. */

/** A customer as a file has him. Absent: the file has no such column, so what is there stays. */
export interface ImportRow {
  ref: string;
  name: string;
  city?: string | null;
  addressLines?: string[] | null;
  doNotMail?: string | null;
}

export type Rejection = Omit<ImportRejection, 'line'>;
type RowField = NonNullable<Rejection['field']>;

class Rejected extends Error {
  readonly rejection: Rejection;

  constructor(field: RowField | null, code: Rejection['code'], message: string) {
    super(code);
    this.rejection = { field, code, message };
  }
}

/** The first thing that is wrong with a line is told; nothing of what stands there. */
export function readRow(cells: readonly string[], columns: Columns): ImportRow | Rejection {
  try {
    refuseOtherCount(cells, columns.count);
    const row: ImportRow = {
      ref: required('ref', cells[columns.ref], customerLimits.ref),
      name: required('name', oneLine(cells[columns.name]), customerLimits.name),
    };
    if (columns.city !== undefined) {
      row.city = optional('city', oneLine(cells[columns.city]), customerLimits.city);
    }
    if (columns.addressLines.length > 0) row.addressLines = readAddress(cells, columns);
    if (columns.doNotMail !== undefined) {
      const reason = readDoNotMail(cells[columns.doNotMail] ?? '');
      if (reason !== undefined) row.doNotMail = reason;
    }
    return row;
  } catch (error) {
    if (error instanceof Rejected) return error.rejection;
    throw error;
  }
}

export function isRejection(row: ImportRow | Rejection): row is Rejection {
  return 'code' in row;
}

/** Spreadsheets leave empty cells at the end of a line; more than that, and the cells may stand under wrong headings. */
function refuseOtherCount(cells: readonly string[], count: number): void {
  const surplus = cells.slice(count).some((cell) => cell.trim() !== '');
  if (cells.length >= count && !surplus) return;
  throw new Rejected(
    null,
    'cell-count',
    `This line has ${cells.length} cells, the header has ${count}. Put text that contains the separator in quotation marks, and give every line as many cells as the header`,
  );
}

function required(field: RowField, cell: string | undefined, most: number): string {
  const text = optional(field, cell, most);
  if (text !== null) return text;
  throw new Rejected(field, 'missing', `There is no ${field} on this line. Fill it in`);
}

function optional(field: RowField, cell: string | undefined, most: number): string | null {
  const text = (cell ?? '').trim().normalize('NFC');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  if (/[\u0000-\u001f\u007f]/.test(text)) {
    throw new Rejected(
      field,
      'control-character',
      `There is a control character (such as NUL) in ${field}. Delete it`,
    );
  }
  if (text.length > most) {
    throw new Rejected(
      field,
      'too-long',
      `${field} has ${text.length} characters, ${most} is the most. Shorten it`,
    );
  }
  return text === '' ? null : text;
}

/** A name that a person broke over two lines is one name. */
function oneLine(cell: string | undefined): string {
  return (cell ?? '').replaceAll(/[\t\r\n]+\s*/g, ' ');
}

/** The lines as they are printed; the postcode, which has a column of its own in many files, stands before the city. */
function readAddress(cells: readonly string[], columns: Columns): string[] | null {
  const { addressLines, postcode, city } = columns;
  const written = addressLines.flatMap((column) => (cells[column] ?? '').split(/\r\n|\n|\r/));
  const lines = written.flatMap((cell) => {
    const text = optional('addressLines', cell.replaceAll('\t', ' '), customerLimits.addressLine);
    return text === null ? [] : [text];
  });
  const code = postcode === undefined ? null : optional('addressLines', oneLine(cells[postcode]), 20);
  if (code !== null && lines.length > 0) {
    const place = city === undefined ? '' : oneLine(cells[city]);
    lines.push(`${code}  ${place}`.trim().normalize('NFC'));
  }
  if (lines.length > customerLimits.addressLines) {
    const most = `${customerLimits.addressLines} address lines are the most`;
    throw new Rejected('addressLines', 'too-many-lines', `${most}, this has ${lines.length}. Join some`);
  }
  return lines.length === 0 ? null : lines;
}

/** Folded, in English and Dutch. A bare yes is taken for an objection, which keeps the customer out whatever happens. */
const reasons: Record<string, readonly string[]> = {
  objection: ['objection', 'bezwaar', 'verzet', 'yes', 'ja', 'true', 'waar', '1', 'x', 'y', 'j'],
  deceased: ['deceased', 'overleden'],
  'bad-address': [
    'bad address',
    'wrong address',
    'adres onjuist',
    'onjuist adres',
    'verkeerd adres',
    'fout adres',
  ],
};
const lifted = ['no', 'nee', 'false', 'onwaar', '0', 'n'];

/** Undefined: nothing is said, so what is there stays; an objection made by letter is not lost to an empty cell. */
function readDoNotMail(cell: string): string | null | undefined {
  const said = foldText(cell);
  if (said === '' && cell.trim().replaceAll('-', '') === '') return undefined;
  if (lifted.includes(said)) return null;
  const reason = Object.keys(reasons).find((key) => reasons[key]?.includes(said));
  if (reason !== undefined) return reason;
  throw new Rejected(
    'doNotMail',
    'unknown-value',
    'This is no reason that is known here. Write objection, deceased, bad-address or no (bezwaar, overleden, adres onjuist, nee), or leave it empty',
  );
}
