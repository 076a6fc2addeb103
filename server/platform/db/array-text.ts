/**
 * Columns of values as Postgres writes arrays. node-postgres can do that too, but looks at each value and quotes it:
 * where a scan has thirty columns that is a good part of what it costs.
 */

type Plain = number | bigint | string | Date | null | undefined;

/** Numbers, codes, UUIDs and times: text that needs no quotes. Never what somebody has written. */
export function plainArray(values: readonly Plain[]): string {
  return `{${values.map(plain).join(',')}}`;
}

function plain(value: Plain): string {
  if (value === null || value === undefined) return 'NULL';
  return value instanceof Date ? value.toISOString() : String(value);
}

/** For `bytea[]`. */
export function bytesArray(values: readonly Buffer[]): string {
  return `{${values.map((bytes) => `"\\\\x${bytes.toString('hex')}"`).join(',')}}`;
}

/** Lists of numbers of different lengths, each as the text of an array: for `text[]`. */
export function listsArray(values: readonly (readonly number[] | undefined)[]): string {
  return `{${values.map((list) => (list ? `"{${list.join(',')}}"` : 'NULL')).join(',')}}`;
}
