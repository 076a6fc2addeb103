import type { Breach } from '../breach.ts';
import { type SourceFile, sourcesBelow } from '../source/files.ts';

const rule = 'client-areas-apart';

/** The client's areas do not know each other, its ui/ knows no domain, and client and server meet in shared/. */
export async function clientAreasApart(root: string): Promise<Breach[]> {
  const sources = await sourcesBelow(root, 'client', 'server');
  return sources.flatMap((source) =>
    source.imports.flatMap(({ specifier, target, line }) => {
      const message = findObjection(source, specifier, target);
      return message ? [{ file: source.file, line, rule, message }] : [];
    }),
  );
}

function findObjection(
  { file }: SourceFile,
  specifier: string,
  target: string | undefined,
): string | undefined {
  if (file.startsWith('server/'))
    return target?.startsWith('client/')
      ? 'the server never imports the client: put it into shared/'
      : undefined;
  if (specifier.startsWith('node:')) return `"${specifier}" is Node's; the client runs in a browser`;
  if (target === undefined) return undefined;
  if (!/^(client|shared)\//.test(target) && target !== 'package.json')
    return `the client imports only client/ and shared/, not ${target}`;
  return betweenAreas(file, target) ?? (file.startsWith('client/src/ui/') ? fromUi(target) : undefined);
}

function betweenAreas(file: string, target: string): string | undefined {
  const [own, other] = [clientArea(file), clientArea(target)];
  if (own === undefined || other === undefined || own === other) return undefined;
  return `the client's areas stay apart: ${own} may not import ${other}; move what both need to ui/ or app/`;
}

function clientArea(file: string): string | undefined {
  return /^client\/src\/areas\/([^/]+)\//.exec(file)?.[1];
}

function fromUi(target: string): string | undefined {
  const barred = /^(client\/src\/(api|app|areas)|shared\/contracts)([/.]|$)/.exec(target)?.[1];
  return barred ? `ui/ knows no domain: pass in as a prop what comes from ${barred}` : undefined;
}
