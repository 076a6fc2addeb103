import { z } from 'zod';
import { permissions } from '../permissions.ts';
import { endpoint } from './endpoint.ts';
import {
  email,
  id,
  idParams,
  language,
  line,
  listOf,
  newPassword,
  pageQuery,
  role,
  timestamp,
} from './fields.ts';

const permission = z.enum(permissions);

export const userView = z.object({
  id,
  email: z.string(),
  name: z.string(),
  roles: z.array(role),
  /** Null: as the organisation has it. */
  language: language.nullable(),
  active: z.boolean(),
  /** False until a password is set through a one-time link. */
  hasPassword: z.boolean(),
  createdAt: timestamp,
  lastSignInAt: timestamp.nullable(),
});
export type UserView = z.output<typeof userView>;

export const signedInView = z.object({ user: userView, permissions: z.array(permission) });
export type SignedInView = z.output<typeof signedInView>;

export const sessionView = z.object({
  id,
  /** The session that asks. */
  current: z.boolean(),
  startedAt: timestamp,
  lastSeenAt: timestamp,
  expiresAt: timestamp,
  ip: z.string(),
  /** As the browser calls itself. */
  userAgent: z.string(),
});
export type SessionView = z.output<typeof sessionView>;

const passwordLinkView = z.object({ url: z.string(), expiresAt: timestamp });

const apiKeyView = z.object({
  id,
  name: z.string(),
  /** The first characters, by which a key is known in lists and logs. */
  prefix: z.string(),
  scopes: z.array(permission),
  owner: z.object({ id, name: z.string() }),
  createdAt: timestamp,
  expiresAt: timestamp,
  lastUsedAt: timestamp.nullable(),
  revokedAt: timestamp.nullable(),
});

const token = z.string().min(1).max(200);

export const accounts = {
  signIn: endpoint({
    method: 'post',
    path: '/session',
    permission: 'public',
    summary: 'Sign in with an e-mail address and a password',
    body: z.strictObject({ email: z.string().max(254), password: z.string().max(1024) }),
    reply: signedInView,
    problems: ['sign-in-failed', 'too-many-attempts'],
  }),
  getSession: endpoint({
    method: 'get',
    path: '/session',
    permission: 'session',
    summary: 'Who is signed in, and what he may do',
    reply: signedInView,
  }),
  signOut: endpoint({
    method: 'delete',
    path: '/session',
    permission: 'public',
    summary: 'Sign out; also well where nobody is signed in',
  }),
  changeOwnDetails: endpoint({
    method: 'patch',
    path: '/session/user',
    permission: 'session',
    personOnly: true,
    summary: "Change one's own name and language",
    body: z.strictObject({ name: line(120).optional(), language: language.nullable().optional() }),
    reply: userView,
  }),
  changeOwnPassword: endpoint({
    method: 'put',
    path: '/session/password',
    permission: 'session',
    personOnly: true,
    summary: "Change one's own password; every other session of this person ends",
    body: z.strictObject({ current: z.string().max(1024), password: newPassword }),
    problems: ['sign-in-failed', 'password-refused', 'too-many-attempts'],
  }),
  listOwnSessions: endpoint({
    method: 'get',
    path: '/sessions',
    permission: 'session',
    personOnly: true,
    summary: "One's own sessions, newest first",
    reply: listOf(sessionView),
  }),
  endOwnSession: endpoint({
    method: 'delete',
    path: '/sessions/{id}',
    permission: 'session',
    personOnly: true,
    summary: "End one of one's own sessions",
    params: idParams,
    problems: ['not-found'],
  }),
  endOtherSessions: endpoint({
    method: 'delete',
    path: '/sessions',
    permission: 'session',
    personOnly: true,
    summary: "End all of one's own sessions but this one",
  }),
  listUsers: endpoint({
    method: 'get',
    path: '/users',
    permission: 'accounts.read',
    summary: 'People, by name',
    query: pageQuery.extend({ query: z.string().max(200).optional() }),
    reply: listOf(userView),
  }),
  addUser: endpoint({
    method: 'post',
    path: '/users',
    permission: 'accounts.change',
    summary: 'Add a person. Without a password one is set through a one-time link',
    body: z.strictObject({
      email,
      name: line(120),
      roles: z.array(role),
      password: newPassword.optional(),
      language: language.nullable().optional(),
    }),
    reply: userView,
    status: 201,
    problems: ['email-taken', 'password-refused'],
  }),
  getUser: endpoint({
    method: 'get',
    path: '/users/{id}',
    permission: 'accounts.read',
    summary: 'One person',
    params: idParams,
    reply: userView,
    problems: ['not-found'],
  }),
  changeUser: endpoint({
    method: 'patch',
    path: '/users/{id}',
    permission: 'accounts.change',
    summary: 'Change name, e-mail address, roles or language; deactivate or activate again',
    params: idParams,
    body: z.strictObject({
      email: email.optional(),
      name: line(120).optional(),
      roles: z.array(role).optional(),
      language: language.nullable().optional(),
      active: z.boolean().optional(),
    }),
    reply: userView,
    problems: ['not-found', 'email-taken', 'last-administrator'],
  }),
  listUserSessions: endpoint({
    method: 'get',
    path: '/users/{id}/sessions',
    permission: 'accounts.change',
    summary: "A person's sessions, newest first",
    params: idParams,
    reply: listOf(sessionView),
    problems: ['not-found'],
  }),
  endUserSessions: endpoint({
    method: 'delete',
    path: '/users/{id}/sessions',
    permission: 'accounts.change',
    summary: "End all of a person's sessions",
    params: idParams,
    problems: ['not-found'],
  }),
  makePasswordLink: endpoint({
    method: 'post',
    path: '/users/{id}/password-link',
    permission: 'accounts.change',
    summary: 'Make a one-time link with which the person sets a new password. It is shown this once',
    params: idParams,
    reply: passwordLinkView,
    status: 201,
    problems: ['not-found'],
  }),
  readPasswordLink: endpoint({
    method: 'post',
    path: '/password-links/read',
    permission: 'public',
    summary: 'Whose password a one-time link sets; the link stays usable',
    body: z.strictObject({ token }),
    reply: z.object({ name: z.string(), email: z.string(), expiresAt: timestamp }),
    problems: ['password-link-invalid', 'too-many-attempts'],
  }),
  usePasswordLink: endpoint({
    method: 'post',
    path: '/password-links/use',
    permission: 'public',
    summary: 'Set a password through a one-time link and sign in; all earlier sessions end',
    body: z.strictObject({ token, password: newPassword }),
    reply: signedInView,
    problems: ['password-link-invalid', 'password-refused', 'too-many-attempts'],
  }),
  listApiKeys: endpoint({
    method: 'get',
    path: '/api-keys',
    permission: 'accounts.keys',
    summary: 'API keys, newest first, the revoked ones too',
    query: pageQuery,
    reply: listOf(apiKeyView),
  }),
  addApiKey: endpoint({
    method: 'post',
    path: '/api-keys',
    permission: 'accounts.keys',
    personOnly: true,
    summary: 'Make an API key. The key itself is given out this once and kept hashed',
    body: z.strictObject({
      name: line(120),
      /** Permissions that the key gets, at most those of the person who makes it. */
      scopes: z.array(permission),
      /** At most two years ahead; one year where absent. */
      expiresAt: timestamp.optional(),
    }),
    reply: apiKeyView.extend({ key: z.string() }),
    status: 201,
    problems: ['not-allowed'],
  }),
  revokeApiKey: endpoint({
    method: 'delete',
    path: '/api-keys/{id}',
    permission: 'accounts.keys',
    summary: 'Revoke an API key for good',
    params: idParams,
    problems: ['not-found'],
  }),
} as const;
