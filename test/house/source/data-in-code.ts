import type { Node } from 'oxc-parser';
import type { SourceFile } from './files.ts';
import { literalText, walk } from './tree.ts';

export interface Literal {
  text: string;
  line: number;
}

/** The strings of `const name = ['a', 'b']` or the keys of `const name = {a: …, b: …}`, wherever it is declared. */
export function literalsOf(source: SourceFile, name: string): Literal[] {
  const initial = findInitial(source, name);
  const nodes = initial?.type === 'ArrayExpression' ? initial.elements : keysOf(initial);
  return nodes.flatMap((node) => {
    const text = node?.type === 'Identifier' ? node.name : literalText(node);
    return node && text !== undefined ? [{ text, line: source.lineOf(node) }] : [];
  });
}

/** What a constant is set to, without `as const`, `satisfies …` and brackets. */
export function findInitial({ program }: SourceFile, name: string): Node | undefined {
  let initial: Node | undefined;
  walk(program, (node) => {
    if (
      node.type === 'VariableDeclarator' &&
      node.id.type === 'Identifier' &&
      node.id.name === name &&
      node.init
    )
      initial ??= bare(node.init);
    return undefined;
  });
  return initial;
}

/** An expression without the types and brackets around it. */
export function bare(node: Node): Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'ParenthesizedExpression':
      return bare(node.expression);
    default:
      return node;
  }
}

function keysOf(node: Node | undefined): Node[] {
  if (node?.type !== 'ObjectExpression') return [];
  return node.properties.flatMap((property) => (property.type === 'Property' ? [property.key] : []));
}
