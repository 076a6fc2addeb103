import type { ImportRejection } from '../../shared/contracts/customers.ts';
import { type ImportRow, isRejection, readRow } from './import-row.rules.ts';
import type { OpenedFile } from './read-file.ts';

/** Rejections that are told one by one. */
const mostTold = 10_000;
/** Headings told, each cut: a file may hold anything. */
const mostIgnored = { columns: 50, characters: 80 };

/** Reads a file row by row, and keeps account of what is wrong with the others. */
export class RowReader {
  readonly rejected: ImportRejection[] = [];
  readonly ignoredColumns: string[];
  rejectedRows = 0;
  atEnd = false;
  readonly #file: OpenedFile;
  /** Where each reference stood first. */
  readonly #lines = new Map<string, number>();

  constructor(file: OpenedFile) {
    this.#file = file;
    const { columns, characters } = mostIgnored;
    this.ignoredColumns = file.columns.ignored
      .slice(0, columns)
      .map((name) => name.trim().slice(0, characters));
  }

  /** What the next `count` lines hold, without those that are rejected. Throws `file-unreadable`. */
  async read(count: number): Promise<ImportRow[]> {
    const rows: ImportRow[] = [];
    for (let n = 0; n < count; n += 1) {
      const next = await this.#file.lines.next();
      if (next.done) {
        this.atEnd = true;
        break;
      }
      const { line, cells } = next.value;
      const row = readRow(cells, this.#file.columns);
      if (isRejection(row)) this.#reject({ line, ...row });
      else if (this.#isFirst(row.ref, line)) rows.push(row);
    }
    return rows;
  }

  /** Lets go of the file, wherever reading has come to. */
  async close(): Promise<void> {
    await this.#file.lines.return(undefined);
  }

  #isFirst(ref: string, line: number): boolean {
    const first = this.#lines.get(ref);
    if (first === undefined) this.#lines.set(ref, line);
    else {
      const message = `This reference stands on line ${first} already, and that line counts. Keep one of the two`;
      this.#reject({ line, field: 'ref', code: 'duplicate-ref', message });
    }
    return first === undefined;
  }

  #reject(rejection: ImportRejection): void {
    this.rejectedRows += 1;
    if (this.rejected.length < mostTold) this.rejected.push(rejection);
  }
}
