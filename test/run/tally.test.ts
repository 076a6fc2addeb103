import { expect, test } from 'vitest';
import { add, formatTally, tallyReport } from './tally.ts';

const tests = (...states: string[]) => states.map((status) => ({ status }));

test('tests are counted over all files', () => {
  const report = {
    success: false,
    testResults: [
      { status: 'passed', assertionResults: tests('passed', 'passed', 'skipped') },
      { status: 'failed', assertionResults: tests('passed', 'failed', 'todo') },
    ],
  };
  expect(tallyReport(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 2 });
});

test('a file that does not load is a failure', () => {
  const report = { success: false, testResults: [{ status: 'failed', assertionResults: [] }] };
  expect(tallyReport(report, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a run that ends badly is a failure, whatever its report says', () => {
  const report = { success: true, testResults: [{ status: 'passed', assertionResults: tests('passed') }] };
  expect(tallyReport(report, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  expect(tallyReport(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(tallyReport(report, 0)).toEqual({ passed: 1, failed: 0, skipped: 0 });
});

test('the last line names what was skipped only where something was', () => {
  const sum = add({ passed: 1, failed: 0, skipped: 0 }, { passed: 2, failed: 0, skipped: 0 });
  expect(formatTally(sum)).toBe('3 passed, 0 failed');
  expect(formatTally({ ...sum, skipped: 4 })).toBe('3 passed, 0 failed, 4 skipped');
});
