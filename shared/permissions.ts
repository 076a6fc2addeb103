/**
 * Who may do what, as data. A permission is `<area>.<verb>`; a route names exactly one, or `session` (any
 * signed-in person or API key) or `public`. Roles are fixed sets of permissions: few, so that a manager can
 * tell what he gives away.
 */
export const permissions = [
  'accounts.read',
  'accounts.change',
  'accounts.keys',
  'accounts.audit',
  'organisation.change',
  'jobs.read',
  'jobs.cancel',
  'processes.read',
  'customers.read',
  'customers.change',
  'customers.import',
  'places.read',
  'places.change',
  'documents.read',
  'documents.change',
  'documents.report',
  'mailings.read',
  'mailings.issue',
  'labels.print',
  'labels.places',
  'labels.commands',
  'dossiers.read',
  'scanning.book',
  'scanning.read',
  'scanning.settle',
] as const;

export type Permission = (typeof permissions)[number];

/** What a route may ask for. */
export type RoutePermission = Permission | 'session' | 'public';

export const roles = ['mailroom', 'crm', 'campaign', 'records', 'privacy', 'admin'] as const;

export type Role = (typeof roles)[number];

/** Deny by default: what is not listed is not allowed. */
export const rolePermissions: Record<Role, readonly Permission[]> = {
  mailroom: [
    'processes.read',
    'places.read',
    'documents.read',
    'documents.report',
    'labels.commands',
    'scanning.book',
    'scanning.read',
  ],
  crm: ['processes.read', 'customers.read', 'places.read', 'documents.read', 'dossiers.read'],
  campaign: [
    'processes.read',
    'customers.read',
    'customers.change',
    'customers.import',
    'places.read',
    'documents.read',
    'documents.change',
    'mailings.read',
    'mailings.issue',
    'labels.print',
    'labels.places',
    'labels.commands',
    'dossiers.read',
    'scanning.read',
    'scanning.settle',
  ],
  records: [
    'processes.read',
    'places.read',
    'places.change',
    'documents.read',
    'documents.change',
    'documents.report',
    'scanning.book',
    'scanning.read',
    'scanning.settle',
    'labels.places',
    'labels.commands',
  ],
  privacy: [
    'accounts.audit',
    'processes.read',
    'customers.read',
    'places.read',
    'documents.read',
    'dossiers.read',
  ],
  admin: [
    'accounts.read',
    'accounts.change',
    'accounts.keys',
    'organisation.change',
    'jobs.read',
    'jobs.cancel',
    'processes.read',
  ],
};

/** All that the given roles may do together, in the order of `permissions`. */
export function permissionsOf(held: readonly Role[]): Permission[] {
  const granted = new Set(held.flatMap((role) => rolePermissions[role]));
  return permissions.filter((permission) => granted.has(permission));
}
