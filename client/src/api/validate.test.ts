import { describe, expect, test } from 'vitest';
import { accounts } from '../../../shared/contracts/accounts.ts';
import { organisation } from '../../../shared/contracts/organisation.ts';
import { issuesOf } from './validate.ts';

describe('what a form is about to send', () => {
  test('an empty e-mail address is empty, not wrongly written', () => {
    const issues = issuesOf(accounts.addUser.body, { email: ' ', name: 'Ilse', roles: [] });
    expect(issues).toMatchObject([{ field: 'email', empty: true }]);
  });

  test('a wrong one is wrongly written', () => {
    const issues = issuesOf(accounts.addUser.body, { email: 'ilse', name: 'Ilse', roles: [] });
    expect(issues).toMatchObject([{ field: 'email', empty: false, code: 'invalid_format', format: 'email' }]);
  });

  test('fields inside a group are named by their path, lengths by their limit', () => {
    const issues = issuesOf(organisation.change.body, { name: 'x'.repeat(161), timeZone: 'Mars/Olympus' });
    expect(issues).toMatchObject([
      { field: 'name', code: 'too_big', maximum: 160 },
      { field: 'timeZone', code: 'custom' },
    ]);
  });

  test('what is right has no issues', () => {
    expect(issuesOf(organisation.change.body, { timeZone: 'Europe/Amsterdam' })).toEqual([]);
  });
});
