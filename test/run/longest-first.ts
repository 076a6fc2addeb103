import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files that take longest of their group, the longest first. Begun last, one of them would run on alone while the
 * other processors have nothing left; vitest goes by the size of a file, which says little here.
 */
export const longest: readonly string[] = [
  'test/browser/screens-desk.test.ts',
  'test/browser/scanning-camera.test.ts',
  'test/browser/screens-narrow.test.ts',
  'test/browser/example-office.test.ts',
  'test/browser/camera/camera.test.ts',
  'test/whole/example.test.ts',
  'test/whole/crashes.test.ts',
  'test/whole/register.test.ts',
];

/** Vitest's own order, but for the longest files. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return orderLongestFirst(sorted, (file) => ({
      project: file.project.name,
      path: relative(this.ctx.config.root, file.moduleId),
    }));
  }
}

/** Moves the longest to the front of their project; projects, and all else, stay in their order. */
export function orderLongestFirst<T>(
  files: readonly T[],
  describe: (file: T) => { project: string; path: string },
): T[] {
  const ofProject = Map.groupBy(files, (file) => describe(file).project);
  const rank = (file: T) => {
    const found = longest.indexOf(describe(file).path);
    return found < 0 ? longest.length : found;
  };
  return [...ofProject.values()].flatMap((those) => those.toSorted((a, b) => rank(a) - rank(b)));
}
