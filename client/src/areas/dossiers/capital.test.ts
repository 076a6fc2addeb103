import { expect, test } from 'vitest';
import { capital } from './capital.ts';

test('a sentence begins with a capital, and één as the Dutch write it', () => {
  expect(capital('one waits for a decision')).toBe('One waits for a decision');
  expect(capital('één wacht op een beslissing')).toBe('Eén wacht op een beslissing');
  expect(capital('')).toBe('');
});
