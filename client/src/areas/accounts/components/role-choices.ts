import type { TFunction } from 'i18next';
import { type Role, rolePermissions, roles } from '../../../../../shared/permissions.ts';

type T = TFunction<['accounts', 'common']>;

/** The roles with what each may do now, in words, so that a manager can tell what he gives away. */
export function roleChoices(t: T, language: string) {
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return roles.map((role) => {
    const words = rolePermissions[role].map((permission) => t(`common:permission.${permission}`));
    return {
      value: role,
      label: t(`common:role.${role}`),
      hint:
        words.length > 0
          ? `${t('accounts:person.may', { what: list.format(words) })}.`
          : `${t('accounts:person.mayNothingYet')}.`,
    };
  });
}

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}

/** "Mailroom, Records", or that there is none. */
export function roleNames(held: readonly Role[], t: T): string {
  return held.length === 0 ? t('common:noRoles') : held.map((role) => t(`common:role.${role}`)).join(', ');
}
