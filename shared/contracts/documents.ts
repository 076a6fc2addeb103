import { z } from 'zod';
import { whereaboutsStates } from '../places/whereabouts.ts';
import { endpoint } from './endpoint.ts';
import { codeParams, codeText, day, id, sighting, timestamp } from './fields.ts';
import { pathStep, waitingMove } from './places.ts';

/** How the place is known, in the order of the numbers that the database keeps. */
export const knownHow = ['scanned', 'with-container', 'list', 'reported', 'inferred'] as const;
export type Known = (typeof knownHow)[number];

export const placeOfDocument = z.object({
  state: z.enum(whereaboutsStates),
  /** From the site to the holder; empty unless placed. */
  path: z.array(pathStep),
  since: timestamp,
  known: z.enum(knownHow),
});
export type PlaceOfDocument = z.output<typeof placeOfDocument>;

/** A scan of a paper that was set aside: until a person decides, what is booked counts and is in doubt. */
export const waitingScan = waitingMove.extend({
  /** What the scan said; null: nothing about the answer. */
  moment: z.object({ name: z.string(), label: z.string() }).nullable(),
});
export type WaitingScan = z.output<typeof waitingScan>;

const keyPointValue = z.union([z.string().max(200), z.number()]).nullable();

export const documentView = z.object({
  code: codeText,
  type: z.object({ key: z.string(), name: z.string() }),
  process: z.object({ id, version: z.int() }),
  mailing: z.object({ id, name: z.string(), expectedBy: day.nullable() }),
  runNumber: z.int(),
  /** Absent for who may not see whose papers these are. */
  customer: z.object({ id, ref: z.string(), name: z.string() }).optional(),
  status: z.record(z.string(), z.int()),
  /** The status in words, in the caller's language: what came of it, and the rest. */
  words: z.object({ headline: z.string(), details: z.array(z.string()) }),
  answeredAt: timestamp.nullable(),
  place: placeOfDocument,
  keyPoints: z.record(z.string(), keyPointValue),
  /** What contradicts all this and waits for a person, the longest waiting first; empty: nothing is in doubt. */
  waiting: z.array(waitingScan),
});
export type DocumentView = z.output<typeof documentView>;

export const eventKinds = [
  'issued',
  'moment',
  'placed',
  'received',
  'moved',
  'void',
  'missing',
  'key-points',
  'undone',
  'settled',
  'made',
  'removed',
] as const;
export type EventKind = (typeof eventKinds)[number];

export const eventView = z.object({
  id: z.string(),
  kind: z.enum(eventKinds),
  /** The moment's name. */
  moment: z.string().optional(),
  place: z.object({ state: z.enum(whereaboutsStates).optional(), path: z.array(pathStep) }).optional(),
  at: timestamp,
  recordedAt: timestamp,
  /** Null: the product itself. */
  by: z.object({ id, name: z.string() }).nullable(),
  station: z.string().optional(),
});
export type EventView = z.output<typeof eventView>;

const eventsView = z.object({
  items: z.array(eventView),
  nextCursor: z.null(),
  /** The last scan that booked nothing; null: there is none. */
  lastSeen: sighting.nullable(),
});
export type EventsView = z.output<typeof eventsView>;

export const documents = {
  get: endpoint({
    method: 'get',
    path: '/documents/{code}',
    permission: 'documents.read',
    summary: 'One paper: type, status, where it is',
    params: codeParams,
    reply: documentView,
    problems: ['not-found'],
  }),
  listEvents: endpoint({
    method: 'get',
    path: '/documents/{code}/events',
    permission: 'documents.read',
    summary: 'What happened to a paper, oldest first, and where it was last seen',
    params: codeParams,
    reply: eventsView,
    problems: ['not-found'],
  }),
  changeKeyPoints: endpoint({
    method: 'patch',
    path: '/documents/{code}/key-points',
    permission: 'documents.change',
    summary: 'Fill in or change key points; null empties one',
    params: codeParams,
    body: z.record(z.string().max(40), keyPointValue),
    reply: documentView,
    problems: ['not-found'],
  }),
  cancel: endpoint({
    method: 'post',
    path: '/documents/{code}/cancel',
    permission: 'documents.change',
    summary: 'Cancel one paper before it is mailed; its code is never used again',
    params: codeParams,
    reply: documentView,
    problems: ['not-found', 'document-mailed'],
  }),
  reportMissing: endpoint({
    method: 'post',
    path: '/documents/{code}/missing',
    permission: 'documents.report',
    summary: 'The paper is not where it should lie: its place becomes unknown',
    params: codeParams,
    reply: documentView,
    problems: ['not-found', 'document-not-placed'],
  }),
} as const;
