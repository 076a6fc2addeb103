import type { TFunction } from 'i18next';
import { type Role, rolePermissions, roles } from '../../../../../shared/permissions.ts';
import type { Fact } from '../../../ui/Facts.tsx';

type T = TFunction<['accounts', 'common']>;

/** The roles, each with the work that it is for. */
export function roleChoices(t: T) {
  return roles.map((role) => ({
    value: role,
    label: t(`common:role.${role}`),
    hint: t(`accounts:person.duty.${role}`),
  }));
}

/** All that each role may do now, from the permissions themselves, so that a manager can tell what he gives away. */
export function roleFacts(t: T, language: string): Fact[] {
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return roles.map((role) => ({
    name: t(`common:role.${role}`),
    value: list.format(rolePermissions[role].map((permission) => t(`common:permission.${permission}`))),
  }));
}

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}

/** "Mailroom, Records", or that there is none. */
export function roleNames(held: readonly Role[], t: T): string {
  return held.length === 0 ? t('common:noRoles') : held.map((role) => t(`common:role.${role}`)).join(', ');
}
