import { type PageFile, type Params, pageFiles } from './page-files.ts';

export interface FoundPage {
  file: PageFile;
  params: Params;
}

const doors: readonly PageFile[] = [pageFiles.setUp, pageFiles.signIn, pageFiles.password];

/** What an address shows first: before the sign-in, whatever it was, the way in. Undefined where there is no page. */
export function firstPageAt(pathname: string, signedIn: boolean): FoundPage | undefined {
  const found = pageAt(pathname);
  return signedIn || (found && doors.includes(found.file)) ? found : { file: pageFiles.signIn, params: {} };
}

/** As the router finds it: a name before a parameter. */
function pageAt(pathname: string): FoundPage | undefined {
  const found = Object.values<PageFile>(pageFiles).flatMap((file) => {
    const params = paramsIn(file.path, pathname);
    return params ? [{ file, params }] : [];
  });
  return found.sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0];
}

function paramsIn(path: string, pathname: string): Params | undefined {
  const [wanted, steps] = [path, pathname].map((one) => one.split('/').filter(Boolean)) as [
    string[],
    string[],
  ];
  if (wanted.length !== steps.length) return undefined;
  const params: Params = {};
  for (const [index, name] of wanted.entries()) {
    const step = decoded(steps[index] ?? '');
    if (name.startsWith(':')) params[name.slice(1)] = step;
    else if (name !== step) return undefined;
  }
  return params;
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
