import { expect, test } from 'vitest';
import { DomainError } from '../../shared/errors.ts';
import { getTemplate } from '../../shared/labels/templates.ts';
import { decideRange, fileNameOf, refuseStart, refuseTooSmall } from './labels.rules.ts';

function refusal(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error.errors?.[0];
    throw error;
  }
  throw new Error('it was not refused');
}

test('a file holds up to 50,000 labels, and more are refused with the parts to ask for', () => {
  expect(decideRange(1)).toEqual({ from: 1, to: 1 });
  expect(decideRange(50_000)).toEqual({ from: 1, to: 50_000 });
  expect(refusal(() => decideRange(50_001))).toMatchObject({
    field: 'query.to',
    code: 'too-many-labels',
    message: expect.stringMatching(/1 to 50000, then for those from 50001/),
  });
  expect(decideRange(50_001, 50_001)).toEqual({ from: 50_001, to: 50_001 });
  expect(decideRange(500, 17, 9_999)).toEqual({ from: 17, to: 500 });
  expect(refusal(() => decideRange(500, 501))?.field).toBe('query.from');
  expect(refusal(() => decideRange(500, 17, 16))?.field).toBe('query.to');
});

test('a sheet is begun at one of its labels', () => {
  const sheet = getTemplate('a4-2x7');
  expect(() => refuseStart(sheet, 14)).not.toThrow();
  expect(refusal(() => refuseStart(sheet, 15))).toMatchObject({ field: 'query.start' });
});

test('labels that are too small are refused with the size that would do', () => {
  const sheet = { ...getTemplate('a4-2x7'), label: { width: 70, height: 37, radius: 0 } };
  const wrong = refusal(() => refuseTooSmall(sheet, { width: 91.6, height: 31.2 }));
  expect(wrong).toMatchObject({ field: 'query.template', code: 'label-too-small' });
  expect(wrong?.message).toContain('91.6 × 31.2 mm');
});

test('a file is named by run numbers, never by anything that somebody has named', () => {
  expect(fileNameOf({ from: 1, to: 500 }, 500)).toBe('labels.pdf');
  expect(fileNameOf({ from: 17, to: 17 }, 500)).toBe('labels-17.pdf');
  expect(fileNameOf({ from: 1, to: 50_000 }, 60_000)).toBe('labels-1-50000.pdf');
});
