import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { permissions, permissionsOf, type Role, roles } from '../../shared/permissions.ts';
import {
  accountWait,
  addressWait,
  isForgotten,
  isSessionOver,
  keyPermissions,
  leavesNoAdministrator,
  passwordProblem,
  sessionExpires,
} from './accounts.rules.ts';

const start = new Date('2027-03-09T10:00:00Z');
const later = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
const hour = 3_600;
const anyRoles = fc.uniqueArray(fc.constantFrom<Role>(...roles));
const anySeconds = fc.integer({ min: 0, max: 3 * 24 * hour });

describe('a session', () => {
  test.each([
    ['is well just before four hours without use', 0, 4 * hour - 1, false],
    ['is over after four hours without use', 0, 4 * hour, true],
    ['is well just before a day, when it is used', 23 * hour, 24 * hour - 1, false],
    ['is over after a day, however much it is used', 24 * hour - 1, 24 * hour, true],
  ])('%s', (_, seenAt, now, over) => {
    const session = { expiresAt: sessionExpires(start), lastSeenAt: later(seenAt) };
    expect(isSessionOver(session, later(now))).toBe(over);
  });

  test('that is over stays over', () => {
    fc.assert(
      fc.property(anySeconds, anySeconds, anySeconds, (seen, now, more) => {
        const session = { expiresAt: sessionExpires(start), lastSeenAt: later(seen) };
        return !isSessionOver(session, later(now)) || isSessionOver(session, later(now + more));
      }),
    );
  });
});

describe('back-off', () => {
  const failures = (count: number) => ({ failures: count, firstFailureAt: start, lastFailureAt: start });

  test.each([
    [0, 0],
    [4, 0],
    [5, 5],
    [6, 10],
    [7, 20],
    [10, 160],
    [11, 300],
    [5_000, 300],
  ])('after %i failures in a row an account waits %i seconds', (count, seconds) => {
    expect(accountWait(failures(count), start)).toBe(seconds);
  });

  test('an account that has never failed does not wait, and after a day all is forgotten', () => {
    expect(accountWait(undefined, start)).toBe(0);
    expect(accountWait(failures(5_000), later(24 * hour))).toBe(0);
    expect(isForgotten('account', failures(3), later(24 * hour - 1))).toBe(false);
    expect(isForgotten('account', failures(3), later(24 * hour))).toBe(true);
  });

  test.each([
    [99, 0, 0],
    [100, 0, 900],
    [100, 899, 1],
    [100, 900, 0],
  ])('an address with %i failures waits, after %i seconds, %i more', (count, passed, seconds) => {
    expect(addressWait(failures(count), later(passed))).toBe(seconds);
    expect(isForgotten('address', failures(count), later(passed))).toBe(passed >= 900);
  });

  test('whoever waits as long as he was told may try again, and more failures never mean a shorter wait', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), anySeconds, (count, passed) => {
        const now = later(passed / 7);
        const waits = [accountWait(failures(count), now), addressWait(failures(count), now)];
        expect(accountWait(failures(count), new Date(now.getTime() + waits[0]! * 1_000))).toBe(0);
        expect(addressWait(failures(count), new Date(now.getTime() + waits[1]! * 1_000))).toBe(0);
        expect(accountWait(failures(count + 1), now)).toBeGreaterThanOrEqual(waits[0]!);
        for (const wait of waits) expect(Number.isInteger(wait) && wait >= 0).toBe(true);
      }),
    );
  });
});

describe('a password', () => {
  const account = { email: 'truus.de.wit@example.org', name: 'Truus de Wit' };
  const common = (password: string) => password === 'iloveyou';
  const problemWith = (password: string) => passwordProblem(password, account, common)?.code;

  test.each([
    ['', 'password-too-short'],
    ['7 signs', 'password-too-short'],
    ['🥕🥕🥕🍅🍅🍅🌽', 'password-too-short'],
    ['ILoveYou', 'password-too-common'],
    ['ｉｌｏｖｅｙｏｕ', 'password-too-common'],
    ['abababab', 'password-too-common'],
    ['abcdefgh', 'password-too-common'],
    ['98765432', 'password-too-common'],
    ['        ', 'password-too-common'],
    ['truus.de.wit', 'password-like-account'],
    ['TruusDeWit1985!', 'password-like-account'],
    ['truus.de.wit@example.org', 'password-like-account'],
    ['Spoor2027!', 'password-like-account'],
  ])('"%s" is refused: %s', (password, code) => {
    expect(problemWith(password)).toBe(code);
  });

  test.each(['acht tkn', 'correct horse', 'i love you truus', 'truus eet een appel', 'ñandú über'])(
    '"%s" is taken',
    (password) => {
      expect(problemWith(password)).toBeUndefined();
    },
  );

  test('is judged alike in every Unicode form, and a refusal never repeats it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (password) => {
        const codes = (['NFC', 'NFD', 'NFKC', 'NFKD'] as const).map((form) =>
          problemWith(password.normalize(form)),
        );
        expect(new Set(codes).size).toBe(1);
        const message = passwordProblem(password, account, () => true)?.message ?? '';
        if (password.length >= 8) expect(message).not.toContain(password);
      }),
    );
  });
});

describe('the last administrator', () => {
  test('a change leaves no administrator exactly when he is the only one and stops being one', () => {
    const people = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 });
    const change = fc.record({ roles: anyRoles, active: fc.boolean() }, { requiredKeys: [] });
    fc.assert(
      fc.property(people, fc.nat(2), change, (administrators, index, asked) => {
        const userId = administrators[index % administrators.length]!;
        const stays = (asked.roles?.includes('admin') ?? true) && (asked.active ?? true);
        const left = administrators.filter((id) => id !== userId).length + (stays ? 1 : 0);
        expect(leavesNoAdministrator(administrators, { userId, ...asked })).toBe(left === 0);
      }),
    );
  });
});

describe('permissions', () => {
  test('an API key holds its scopes as far as its owner holds them, never more', () => {
    const scopes = fc.uniqueArray(fc.oneof(fc.constantFrom<string>(...permissions), fc.string()));
    fc.assert(
      fc.property(scopes, anyRoles, (asked, held) => {
        const granted = [...keyPermissions(asked, held)];
        expect(granted).toEqual(permissionsOf(held).filter((permission) => asked.includes(permission)));
      }),
    );
  });

  test('more roles never mean fewer permissions, and all roles together mean all of them', () => {
    fc.assert(
      fc.property(anyRoles, anyRoles, (some, more) => {
        const together = permissionsOf([...some, ...more]);
        expect(together).toEqual(expect.arrayContaining(permissionsOf(some)));
      }),
    );
    expect(permissionsOf([...roles])).toEqual([...permissions]);
    expect(permissionsOf([])).toEqual([]);
  });
});
