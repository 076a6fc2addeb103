/** A long row by its first two and its last. */
export function shortened(names: readonly string[]): string {
  const [first = '', second = ''] = names;
  return names.length <= 4 ? names.join(', ') : `${first}, ${second} … ${names.at(-1)}`;
}
