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

export interface CodeSequence {
  kind: string;
  next: Generated<number>;
  spreadKey: Buffer;
}

export interface Command {
  code: number;
  kind: string;
  name: string;
}

export interface CustomerImportBatch {
  jobId: string;
  number: number;
  rows: ColumnType<unknown, string, string>;
}

export interface CustomerImport {
  created: Generated<number>;
  done: Generated<number>;
  dryRun: boolean;
  ignoredColumns: string[];
  jobId: string;
  rejected: ColumnType<unknown, string, string>;
  rejectedRows: number;
  rows: number;
  unchanged: Generated<number>;
  updated: Generated<number>;
}

export interface Customer {
  addressLines: string[] | null;
  changedAt: Timestamp;
  city: string | null;
  createdAt: Timestamp;
  doNotMail: string | null;
  id: Generated<string>;
  name: string;
  ref: string;
  searchText: string;
}

export interface CustomerWord {
  word: string;
}

export interface Document {
  answeredAt: Timestamp | null;
  code: number;
  customerId: string;
  head: Buffer;
  keyPoints: ColumnType<unknown, string, string> | null;
  known: number;
  mailingId: string;
  place: number | null;
  processId: string;
  runNumber: number;
  since: Timestamp;
  status: number[];
  version: number;
  whereabouts: number;
}

export interface DocumentType {
  createdAt: Timestamp;
  id: Generated<string>;
  key: string;
}

export interface Event {
  byUser: string | null;
  cause: string | null;
  code: number;
  happenedAt: Timestamp;
  hash: Buffer;
  kind: number;
  known: number | null;
  moment: number | null;
  number: number;
  place: number | null;
  recordedAt: Timestamp;
  statedAt: Timestamp | null;
  stationId: number | null;
  statusAfter: number[] | null;
  statusBefore: number[] | null;
  tx: Generated<number>;
  whereabouts: number | null;
}

export interface FoldMark {
  beforeTx: number;
  name: string;
}

export interface GuideProgress {
  closedAt: Timestamp | null;
  practisedAt: Timestamp | null;
  userId: string;
}

export interface IssuingGuard {
  home: ColumnType<unknown, string, string> | null;
  onlyOne: Generated<boolean>;
  stoppedAt: Timestamp | null;
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

export interface MailingFigure {
  mailingId: string;
  papers: number;
  value: number;
  variable: number;
}

export interface Mailing {
  closedAt: Timestamp | null;
  createdAt: Timestamp;
  createdBy: string | null;
  expectedBy: Timestamp | null;
  id: Generated<string>;
  issued: Generated<number>;
  jobId: string | null;
  mailedAt: Timestamp | null;
  name: string;
  papers: number;
  processId: string;
  requestDigest: Buffer | null;
  requestKey: string | null;
  state: string;
}

export interface MailingTarget {
  customerId: string;
  mailingId: string;
  runNumber: number;
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
  addressDays: Generated<number>;
  crmLink: string | null;
  example: Generated<boolean>;
  language: Generated<string>;
  name: string | null;
  onlyOne: Generated<boolean>;
  timeZone: Generated<string>;
}

export interface Place {
  capacity: number | null;
  class: string;
  code: number;
  country: string | null;
  createdAt: Timestamp;
  head: Buffer;
  kind: string;
  movedAt: Timestamp;
  name: string;
  parent: number | null;
  removedAt: Timestamp | null;
  sortName: Generated<string>;
  version: Generated<number>;
}

export interface Process {
  createdAt: Timestamp;
  createdBy: string | null;
  definition: ColumnType<unknown, string, string>;
  documentTypeId: string;
  id: Generated<string>;
  version: number;
}

export interface ScanException {
  byUser: string | null;
  code: number;
  decision: string | null;
  happenedAt: Timestamp;
  id: Generated<string>;
  moment: number | null;
  place: number | null;
  reason: number;
  recordedAt: Timestamp;
  scanId: string;
  settledAt: Timestamp | null;
  settledBy: string | null;
  settledWhy: string | null;
  statedAt: Timestamp;
  stationId: number;
  undoes: string | null;
}

export interface ScanRefusal {
  byUser: string | null;
  code: number | null;
  happenedAt: Timestamp;
  id: Generated<string>;
  outcome: number;
  problem: number;
  recordedAt: Timestamp;
  stationId: number;
}

export interface Scan {
  code: number;
  contents: number;
  event: number | null;
  id: string;
  moment: number | null;
  outcome: number;
  place: number | null;
  problem: number | null;
  recordedAt: Timestamp;
  undoes: string | null;
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

export interface Sighting {
  byUser: string | null;
  code: number;
  seenAt: Timestamp;
  stationId: number;
}

export interface SignInThrottle {
  failures: number;
  firstFailureAt: Timestamp;
  keyHash: Buffer;
  lastFailureAt: Timestamp;
}

export interface Station {
  id: Generated<number>;
  name: string;
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
  codeSequences: CodeSequence;
  commands: Command;
  customerImportBatches: CustomerImportBatch;
  customerImports: CustomerImport;
  customers: Customer;
  customerWords: CustomerWord;
  documents: Document;
  documentTypes: DocumentType;
  events: Event;
  foldMarks: FoldMark;
  guideProgress: GuideProgress;
  issuingGuard: IssuingGuard;
  jobs: Job;
  mailingFigures: MailingFigure;
  mailings: Mailing;
  mailingTargets: MailingTarget;
  oneTimeLinks: OneTimeLink;
  organisation: Organisation;
  places: Place;
  processes: Process;
  scanExceptions: ScanException;
  scanRefusals: ScanRefusal;
  scans: Scan;
  sessions: Session;
  sightings: Sighting;
  signInThrottles: SignInThrottle;
  stations: Station;
  users: User;
}
