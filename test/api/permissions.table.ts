import type { Role, RoutePermission } from '../../shared/permissions.ts';

/**
 * Who may do what, line by line, written by hand so that it can be read and doubted: who among people (`anybody`,
 * also without signing in; `everyone` who is signed in; or the roles), and the permission that this asks of a role
 * or of an API key. `person`: no API key, whatever its scopes.
 */
type Line =
  | readonly ['anybody', 'public']
  | readonly ['everyone' | readonly Role[], RoutePermission]
  | readonly ['everyone' | readonly Role[], RoutePermission, 'person'];

export const whoMay: Readonly<Record<string, Line>> = {
  'POST /session': ['anybody', 'public'],
  'GET /session': ['everyone', 'session'],
  'DELETE /session': ['anybody', 'public'],
  'PATCH /session/user': ['everyone', 'session', 'person'],
  'PUT /session/password': ['everyone', 'session', 'person'],
  'GET /sessions': ['everyone', 'session', 'person'],
  'DELETE /sessions': ['everyone', 'session', 'person'],
  'DELETE /sessions/{id}': ['everyone', 'session', 'person'],

  'GET /users': [['admin'], 'accounts.read'],
  'POST /users': [['admin'], 'accounts.change'],
  'GET /users/{id}': [['admin'], 'accounts.read'],
  'PATCH /users/{id}': [['admin'], 'accounts.change'],
  'GET /users/{id}/sessions': [['admin'], 'accounts.change'],
  'DELETE /users/{id}/sessions': [['admin'], 'accounts.change'],
  'POST /users/{id}/password-link': [['admin'], 'accounts.change'],
  'POST /password-links/read': ['anybody', 'public'],
  'POST /password-links/use': ['anybody', 'public'],

  'GET /api-keys': [['admin'], 'accounts.keys'],
  'POST /api-keys': [['admin'], 'accounts.keys', 'person'],
  'DELETE /api-keys/{id}': [['admin'], 'accounts.keys'],

  'GET /access-log': [['privacy'], 'accounts.audit'],
  'GET /access-log/people': [['privacy'], 'accounts.audit'],

  'GET /organisation': ['anybody', 'public'],
  'GET /organisation/settings': [['admin'], 'organisation.change'],
  'PATCH /organisation': [['admin'], 'organisation.change'],
  'POST /setup': ['anybody', 'public'],

  'GET /guide': ['everyone', 'session', 'person'],
  'PATCH /guide': ['everyone', 'session', 'person'],

  'GET /jobs': ['everyone', 'session'],
  'GET /jobs/{id}': ['everyone', 'session'],
  'POST /jobs/{id}/cancel': ['everyone', 'session'],

  'GET /system': ['everyone', 'session'],

  'GET /document-types': ['everyone', 'processes.read'],
  'GET /processes/{id}': ['everyone', 'processes.read'],
  'GET /commands': ['everyone', 'processes.read'],

  'GET /customers': [['crm', 'campaign', 'privacy'], 'customers.read'],
  'GET /customers/{id}': [['crm', 'campaign', 'privacy'], 'customers.read'],
  'GET /customers/by-ref/{ref}': [['crm', 'campaign', 'privacy'], 'customers.read'],
  'POST /customers': [['campaign'], 'customers.change'],
  'PATCH /customers/{id}': [['campaign'], 'customers.change'],
  'POST /customers/import': [['campaign'], 'customers.import'],
  'GET /customers/{id}/dossier': [['crm', 'campaign', 'privacy'], 'dossiers.read'],

  'GET /places': [['mailroom', 'crm', 'campaign', 'records', 'privacy'], 'places.read'],
  'GET /places/{code}': [['mailroom', 'crm', 'campaign', 'records', 'privacy'], 'places.read'],
  'POST /locations': [['records'], 'places.change'],
  'POST /containers': [['records'], 'places.change'],
  'POST /places/rows': [['records'], 'places.change'],
  'PATCH /places/{code}': [['records'], 'places.change'],
  'DELETE /places/{code}': [['records'], 'places.change'],
  'GET /places/{code}/documents': [['mailroom', 'crm', 'campaign', 'records', 'privacy'], 'documents.read'],

  'GET /documents/{code}': [['mailroom', 'crm', 'campaign', 'records', 'privacy'], 'documents.read'],
  'GET /documents/{code}/events': [['mailroom', 'crm', 'campaign', 'records', 'privacy'], 'documents.read'],
  'PATCH /documents/{code}/key-points': [['campaign', 'records'], 'documents.change'],
  'POST /documents/{code}/cancel': [['campaign', 'records'], 'documents.change'],
  'POST /documents/{code}/missing': [['mailroom', 'records'], 'documents.report'],

  'GET /mailings': [['campaign'], 'mailings.read'],
  'GET /mailings/{id}': [['campaign'], 'mailings.read'],
  'GET /mailings/{id}/documents': [['campaign'], 'mailings.read'],
  'GET /mailings/{id}/documents.csv': [['campaign'], 'mailings.read'],
  'POST /mailings': [['campaign'], 'mailings.issue'],
  'GET /mailings/{id}/merge.csv': [['campaign'], 'mailings.issue'],
  'POST /mailings/{id}/mailed': [['campaign'], 'mailings.issue'],
  'POST /mailings/{id}/cancel': [['campaign'], 'mailings.issue'],
  'POST /mailings/{id}/close': [['campaign'], 'mailings.issue'],

  'POST /scans': [['mailroom', 'records'], 'scanning.book'],
  'GET /scans/exceptions': [['mailroom', 'campaign', 'records'], 'scanning.read'],
  'POST /scans/exceptions/{id}/settle': [['campaign', 'records'], 'scanning.settle'],
  'GET /scans/refused': [['mailroom', 'campaign', 'records'], 'scanning.read'],
  'GET /mailings/{id}/labels.pdf': [['campaign'], 'labels.print'],
  'GET /mailings/{id}/labels.svg': [['campaign'], 'labels.print'],
  'GET /labels/places.pdf': [['campaign', 'records'], 'labels.places'],
  'GET /labels/places.svg': [['campaign', 'records'], 'labels.places'],
  'GET /labels/commands.pdf': [['mailroom', 'campaign', 'records'], 'labels.commands'],
  'GET /labels/commands.svg': [['mailroom', 'campaign', 'records'], 'labels.commands'],
  'GET /labels/station.svg': ['everyone', 'processes.read'],
  'GET /labels/practice.pdf': ['everyone', 'processes.read'],
  'GET /labels/test-page.pdf': [['mailroom', 'campaign', 'records'], 'labels.commands'],
};
