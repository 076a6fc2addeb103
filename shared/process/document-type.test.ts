import { describe, expect, test } from 'vitest';
import { builtInDocumentTypes } from './built-in.ts';
import { checkDocumentType, documentTypeShape } from './document-type.ts';

const process = builtInDocumentTypes.find((each) => each.type.key === 'coupon')?.process;
if (!process) throw new Error('no coupon');

describe('a document type is told', () => {
  const label = { en: 'x', nl: 'x' };
  const point = (name: string) => ({ name, label, type: 'amount' });

  test('names that are none, key points that are there twice, moments that its process does not have', () => {
    const type = documentTypeShape.parse({
      key: 'Gift card',
      name: label,
      scopes: { sales: 'dynamic' },
      keyPoints: [point('value'), point('value')],
      defaultPlace: '7000 0000 0063',
      instructions: { 'answered-yes': { nl: 'In de doos' }, signed: {} },
    });
    expect(type).toMatchObject({ scopes: { sales: 'dynamic', care: null }, defaultPlace: '700000000063' });
    expect(checkDocumentType(type, process).map((each) => `${each.id} ${each.at}`)).toEqual([
      'name-not-valid key.Gift card',
      'name-twice keyPoints.value',
      'moment-unknown instructions.signed',
    ]);
  });

  test('too many key points', () => {
    const keyPoints = Array.from({ length: 21 }, (_, index) => point(`point-${index}`));
    const type = documentTypeShape.parse({ key: 'form', name: label, keyPoints });
    expect(checkDocumentType(type, process).map((each) => each.id)).toEqual(['too-many-key-points']);
  });

  test('a default place that is a document', () => {
    const type = documentTypeShape.parse({ key: 'form', name: label, defaultPlace: '1234 5678 9092' });
    expect(checkDocumentType(type, process).map((each) => each.id)).toEqual(['default-place-no-place']);
  });
});
