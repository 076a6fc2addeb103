// Made by `npm run schema` out of the migrated database. Do not edit.

import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface AccessLog {
  action: string;
  apiKeyId: string | null;
  at: Timestamp;
  id: Generated<string>;
  ip: string;
  requestId: string;
  subjectId: string | null;
  subjectKind: string | null;
  userId: string;
}

export interface ApiKey {
  createdAt: Timestamp;
  expiresAt: Timestamp;
  id: Generated<string>;
  lastUsedAt: Timestamp | null;
  name: string;
  prefix: string;
  revokedAt: Timestamp | null;
  scopes: string[];
  secretHash: Buffer;
  userId: string;
}

export interface Job {
  attempts: Generated<number>;
  cancelAskedAt: Timestamp | null;
  createdAt: Timestamp;
  done: Generated<number>;
  endedAt: Timestamp | null;
  id: Generated<string>;
  input: ColumnType<unknown, string, string>;
  key: string | null;
  kind: string;
  problem: ColumnType<unknown, string, string> | null;
  result: ColumnType<unknown, string, string> | null;
  startedAt: Timestamp | null;
  startedBy: string | null;
  state: Generated<string>;
  total: number | null;
  triesLeft: number;
}

export interface OneTimeLink {
  createdAt: Timestamp;
  createdBy: string | null;
  expiresAt: Timestamp;
  purpose: string;
  tokenHash: Buffer;
  usedAt: Timestamp | null;
  userId: string | null;
}

export interface Organisation {
  language: Generated<string>;
  name: string | null;
  onlyOne: Generated<boolean>;
  timeZone: Generated<string>;
}

export interface Session {
  expiresAt: Timestamp;
  id: Generated<string>;
  ip: string;
  lastSeenAt: Timestamp;
  method: string;
  startedAt: Timestamp;
  tokenHash: Buffer;
  userAgent: string;
  userId: string;
}

export interface SignInThrottle {
  failures: number;
  firstFailureAt: Timestamp;
  keyHash: Buffer;
  lastFailureAt: Timestamp;
}

export interface User {
  createdAt: Timestamp;
  deactivatedAt: Timestamp | null;
  email: string;
  id: Generated<string>;
  language: string | null;
  lastSignInAt: Timestamp | null;
  name: string;
  /**
   * argon2id in PHC form; null until a one-time link has set one
   */
  passwordHash: string | null;
  roles: Generated<string[]>;
}

export interface DB {
  accessLog: AccessLog;
  apiKeys: ApiKey;
  jobs: Job;
  oneTimeLinks: OneTimeLink;
  organisation: Organisation;
  sessions: Session;
  signInThrottles: SignInThrottle;
  users: User;
}
