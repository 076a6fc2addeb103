// biome-ignore-all lint/a11y/noRedundantRoles: display: block on a phone takes the roles away in some browsers
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Table.module.css';

export interface Column<Row> {
  key: string;
  head: string;
  cell: (row: Row) => ReactNode;
  /** Numbers and dates stand at the right. */
  atRight?: boolean;
  /** Share of the width; 1 where absent. */
  width?: number;
  /** The head is for screen readers only. */
  quietHead?: boolean;
}

interface TableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  compact?: boolean;
}

/** Lines instead of boxes; on a phone every row becomes a small list of its own. The first cell names the row. */
export function Table<Row>({ caption, columns, rows, rowKey, compact = false }: TableProps<Row>) {
  const whole = columns.reduce((sum, column) => sum + (column.width ?? 1), 0);
  return (
    <table className={classes(styles.table, compact && styles.compact)} role="table">
      <caption className="for-screen-readers">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              className={classes(column.atRight && styles.atRight)}
              style={{ '--width': `${(100 * (column.width ?? 1)) / whole}%` }}
            >
              <span className={column.quietHead ? 'for-screen-readers' : undefined}>{column.head}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.key} role="rowheader" scope="row" className={styles.first}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} role="cell" className={classes(column.atRight && styles.atRight)}>
                  {!column.quietHead && (
                    <span className={styles.label} aria-hidden="true">
                      {column.head}
                    </span>
                  )}
                  <div className={styles.value}>{column.cell(row)}</div>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The second, quieter line in a cell. */
export function Second({ children }: { children: ReactNode }) {
  return <span className={styles.second}>{children}</span>;
}
