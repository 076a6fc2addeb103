import { type Node, visitorKeys } from 'oxc-parser';

/** Walks all nodes, parents first. A visitor that answers `skip` is not taken into the node's children. */
export function walk(node: Node, visit: (node: Node, parents: readonly Node[]) => 'skip' | undefined): void {
  const parents: Node[] = [];
  const enter = (current: Node): void => {
    if (visit(current, parents) === 'skip') return;
    parents.push(current);
    for (const child of childrenOf(current)) enter(child);
    parents.pop();
  };
  enter(node);
}

export function childrenOf(node: Node): Node[] {
  return (visitorKeys[node.type] ?? []).flatMap((key) => nodesIn(node, key));
}

/** The nodes under one key; none where the key is absent or null. */
export function nodesIn(node: Node, key: string): Node[] {
  const value = (node as unknown as Record<string, unknown>)[key];
  return (Array.isArray(value) ? value : [value]).filter(isNode);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** The text of a string literal or of a template without expressions; undefined for all else. */
export function literalText(node: Node | null | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}
