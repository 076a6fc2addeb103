import { type Node, visitorKeys } from 'oxc-parser';
import { childrenOf, nodesIn } from './tree.ts';

export interface FreeName {
  name: string;
  node: Node;
  parent: Node;
}

/**
 * The names, of values and of types, that a file uses without declaring or importing them: globals. A parameter
 * called `document` is therefore none, while `document.title` outside of its function is.
 */
export function freeNames(program: Node): FreeName[] {
  const found: FreeName[] = [];
  const enter = (node: Node, parent: Node, known: readonly Set<string>[]): void => {
    if (node.type === 'ImportDeclaration') return;
    if (node.type === 'ExportNamedDeclaration' && node.source) return;
    if (node.type === 'Identifier' && !known.some((names) => names.has(node.name)))
      found.push({ name: node.name, node, parent });
    const scopes = opensScope(node) ? [bindingsOf(node), ...known] : known;
    for (const key of visitorKeys[node.type] ?? []) {
      if (!isOnlyAName(node, key)) for (const child of nodesIn(node, key)) enter(child, node, scopes);
    }
  };
  enter(program, program, []);
  return found;
}

const scopes =
  /^(Program|BlockStatement|StaticBlock|SwitchStatement|CatchClause|For\w*Statement|Class\w+|.*Function\w*|TSModuleBlock|TSDeclareFunction|TSTypeAliasDeclaration|TSInterfaceDeclaration|TSMappedType|TSConditionalType|TSConstructorType|TS(Method|Call|Construct)Signature\w*|TSIndexSignature)$/;

function opensScope(node: Node): boolean {
  return scopes.test(node.type) && node.type !== 'ClassBody';
}

/** What a scope declares itself, without what the scopes inside it declare. */
function bindingsOf(scope: Node): Set<string> {
  const names = new Set<string>();
  const add = (node: Node) => {
    for (const name of namesIn(node)) names.add(name);
  };
  for (const key of ['params', 'parameters', 'param', 'key', 'typeParameters']) {
    if (key !== 'key' || scope.type === 'TSMappedType') nodesIn(scope, key).forEach(add);
  }
  if ('id' in scope && scope.id) add(scope.id as Node);
  const search = (node: Node): void => {
    if (declares(node)) ['id', 'local', 'name'].flatMap((key) => nodesIn(node, key)).forEach(add);
    if (!opensScope(node)) for (const child of childrenOf(node)) search(child);
  };
  for (const child of childrenOf(scope)) search(child);
  return names;
}

function declares(node: Node): boolean {
  if (node.type === 'ExportSpecifier') return false;
  return /^(VariableDeclarator|\w*Declaration|\w+Specifier|TSDeclareFunction|TSTypeParameter)$/.test(
    node.type,
  );
}

/** The names that a pattern binds: `{a, b: [c], ...d}` binds a, c and d. */
function namesIn(pattern: Node): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'Property':
      return namesIn(pattern.value);
    case 'AssignmentPattern':
      return namesIn(pattern.left);
    case 'TSTypeParameter':
      return namesIn(pattern.name);
    default:
      return ['properties', 'elements', 'argument', 'params', 'parameter', 'left']
        .flatMap((key) => nodesIn(pattern, key))
        .flatMap(namesIn);
  }
}

/** True where the identifier under this key names a property or a label, not a variable. */
function isOnlyAName(node: Node, key: string): boolean {
  const computed = 'computed' in node && node.computed === true;
  if (key === 'property') return node.type === 'MetaProperty' || !computed;
  if (key === 'key') return node.type !== 'TSMappedType' && !computed;
  const names: Record<string, readonly string[]> = {
    LabeledStatement: ['label'],
    BreakStatement: ['label'],
    ContinueStatement: ['label'],
    ExportSpecifier: ['exported'],
    ExportAllDeclaration: ['exported'],
    MetaProperty: ['meta'],
    TSQualifiedName: ['right'],
    TSImportType: ['qualifier'],
    TSEnumMember: ['id'],
    TSNamedTupleMember: ['label'],
    TSTypePredicate: ['parameterName'],
  };
  return names[node.type]?.includes(key) ?? false;
}
