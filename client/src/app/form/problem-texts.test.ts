import type { TFunction } from 'i18next';
import { expect, test } from 'vitest';
import { issueFromServer, issueText } from './problem-texts.ts';

const t = ((key: string) => key) as unknown as TFunction<'common'>;

test('a reference that another customer has is told as that, not as merely wrong', () => {
  const issue = issueFromServer({ field: 'ref', code: 'ref-taken', message: '' });
  expect(issue.field).toBe('ref');
  expect(issueText(issue, 'Reference', t)).toBe('problem.ref-taken');
});
