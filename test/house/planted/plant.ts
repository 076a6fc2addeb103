import { type Files, healthy } from '../made-tree.ts';

/** What is planted, and which breach has to be found: `<rule> <file>:<line>`. */
export type Planted = [expected: string, what: string, changed: Files];

export function edit(file: string, from: string, to: string): Files {
  const text = healthy[file];
  if (!text?.includes(from)) throw new Error(`"${from}" is not in ${file}`);
  return { [file]: text.replace(from, to) };
}
