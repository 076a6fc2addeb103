import type { TFunction } from 'i18next';
import { type Role, rolePermissions, roles } from '../../../../../shared/permissions.ts';

type T = TFunction<['accounts', 'common']>;

/** The roles, each with the work that it is for. */
export function roleChoices(t: T) {
  return roles.map((role) => ({
    value: role,
    label: t(`common:role.${role}`),
    hint: t(`accounts:person.duty.${role}`),
  }));
}

/** All that a role may do now, from the permissions themselves, so that a manager can tell what he gives away. */
export function roleDuties(role: Role, t: T): string[] {
  return rolePermissions[role].map((permission) => t(`common:permission.${permission}`));
}

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}

/** "Mailroom, Records", or that there is none. */
export function roleNames(held: readonly Role[], t: T): string {
  return held.length === 0 ? t('common:noRoles') : held.map((role) => t(`common:role.${role}`)).join(', ');
}
