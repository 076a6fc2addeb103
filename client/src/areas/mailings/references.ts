/**
 * References out of a pasted list or a file: one a line, or with commas, semicolons or tabs between them as a
 * spreadsheet leaves them. A reference may have blanks inside, so a blank does not part two.
 */
export function referencesIn(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/[\n\r\t,;]+/)
    .map((one) =>
      one
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    )
    .filter((one) => one !== '');
}

/** Only the first cell of each line counts: the others of a customer list are names and cities. */
export function firstColumn(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/[\n\r]+/);
  return lines.flatMap((line) => referencesIn(line.split(/[\t,;]/)[0] ?? ''));
}
