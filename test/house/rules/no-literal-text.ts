import type { Node } from 'oxc-parser';
import type { Breach } from '../breach.ts';
import { type SourceFile, sourcesBelow } from '../source/files.ts';
import { literalText, walk } from '../source/tree.ts';

const spoken = new Set(['title', 'aria-label', 'placeholder', 'alt', 'label', 'aria-description']);

/** What people read stands in the catalogues, not in the components: otherwise one language gets another's words. */
export async function noLiteralText(root: string): Promise<Breach[]> {
  const sources = await sourcesBelow(root, 'client/src');
  return sources
    .filter(({ file }) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'))
    .flatMap(breachesIn);
}

function breachesIn(source: SourceFile): Breach[] {
  const breaches: Breach[] = [];
  walk(source.program, (node, parents) => {
    const text = node.type === 'JSXText' ? node.value : literalText(node);
    if (text !== undefined && /\p{L}/u.test(text) && isShown(node, parents)) {
      breaches.push({
        file: source.file,
        line: source.lineOf(node) + (/^\s*\n/.exec(text) ? 1 : 0),
        rule: 'no-literal-text',
        message: `"${text.trim()}" stands in the component: give it a key under client/src/texts/ and say t('…')`,
      });
    }
    return undefined;
  });
  return breaches;
}

/** True for what stands between tags, and in the attributes that are read out, also in a branch of a condition. */
function isShown(node: Node, parents: readonly Node[]): boolean {
  if (node.type === 'JSXText') return true;
  let child: Node = node;
  for (const parent of parents.toReversed()) {
    if (parent.type === 'JSXAttribute')
      return typeof parent.name.name === 'string' && spoken.has(parent.name.name);
    if (parent.type === 'JSXElement' || parent.type === 'JSXFragment') return true;
    if (parent.type === 'ConditionalExpression' && parent.test === child) return false;
    if (parent.type === 'LogicalExpression' && parent.left === child) return false;
    if (!/^(Conditional|Logical|Parenthesized|JSX)Expression/.test(parent.type)) return false;
    child = parent;
  }
  return false;
}
