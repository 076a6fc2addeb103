import { z } from 'zod';
import { largestCapacity } from '../places/capacity.ts';
import { containerKinds, locationKinds, placeKinds } from '../places/placement.ts';
import { rowEnd } from '../places/row-names.ts';
import { endpoint } from './endpoint.ts';
import {
  codeParams,
  codeText,
  exceptionReasons,
  id,
  line,
  listOf,
  pageQuery,
  sighting,
  timestamp,
  writtenCode,
} from './fields.ts';

export type { PlaceKind } from '../places/placement.ts';

const name = line(80);
const country = z.string().regex(/^[A-Z]{2}$/, 'Must be two capital letters (ISO 3166-1), e.g. NL');
const capacity = z.int().min(1).max(largestCapacity).nullable();

export const pathStep = z.object({
  code: codeText,
  name: z.string(),
  kind: z.enum(placeKinds),
  /** It was taken away: only what lay there once names it. */
  removed: z.literal(true).optional(),
});
export type PathStep = z.output<typeof pathStep>;

/** A scan that was set aside: where it puts what was scanned holds only when a person says so. */
export const waitingMove = z.object({
  /** Of the exception that is settled. */
  id,
  reason: z.enum(exceptionReasons),
  /** Where the scan put it; empty: nowhere. */
  scannedPlace: z.array(pathStep),
  at: timestamp,
  recordedAt: timestamp,
});
export type WaitingMove = z.output<typeof waitingMove>;

/** A place in a list: what it is, and how much lies directly in it. */
const placeItem = z.object({
  code: codeText,
  name: z.string(),
  kind: z.enum(placeKinds),
  capacity,
  places: z.int(),
  documents: z.int(),
  /** Late moves of a container that wait for a person, the longest waiting first; empty: where it lies is in no doubt. */
  waiting: z.array(waitingMove),
});

export const placeView = placeItem.extend({
  country: z.string().nullable(),
  /** From the site to the place itself. */
  path: z.array(pathStep),
  since: timestamp,
  /** The last scan of the place itself that booked nothing; null: there is none. */
  lastSeen: sighting.nullable(),
  /** What stands or lies directly in it, by name; its papers are at `/places/{code}/documents`. */
  contents: z.array(placeItem),
});
export type PlaceView = z.output<typeof placeView>;

export const places = {
  listTop: endpoint({
    method: 'get',
    path: '/places',
    permission: 'places.read',
    summary: 'What stands at the top: the sites; or places whose name or code is like the query',
    query: pageQuery.extend({ query: z.string().max(80).optional() }),
    reply: listOf(placeItem.extend({ path: z.array(pathStep) })).extend({
      /** Why nothing was found for what was meant as a code: the reason, stable, and what is wrong in English. */
      codeMistake: z.object({ code: z.string(), message: z.string() }).optional(),
    }),
  }),
  addLocation: endpoint({
    method: 'post',
    path: '/locations',
    permission: 'places.change',
    summary: 'Make a location: a site, building, room, rack or shelf',
    body: z.strictObject({
      name,
      kind: z.enum(locationKinds),
      country: country.nullable().optional(),
      in: writtenCode.nullable().optional(),
      capacity: capacity.optional(),
    }),
    reply: placeView,
    status: 201,
    problems: ['not-found', 'name-taken', 'issuing-stopped'],
  }),
  addContainer: endpoint({
    method: 'post',
    path: '/containers',
    permission: 'places.change',
    summary: 'Make a container: a folder, box, tray or crate. Without a name it numbers itself',
    body: z.strictObject({
      name: name.optional(),
      kind: z.enum(containerKinds),
      in: writtenCode,
      capacity: capacity.optional(),
    }),
    reply: placeView,
    status: 201,
    problems: ['not-found', 'name-taken', 'place-full', 'issuing-stopped'],
  }),
  addRow: endpoint({
    method: 'post',
    path: '/places/rows',
    permission: 'places.change',
    summary: 'Make a row of places at once: shelves A to F, boxes 215 to 240',
    body: z.strictObject({
      kind: z.enum(placeKinds),
      in: writtenCode,
      /** Before the running part, e.g. `Shelf`. */
      prefix: line(60),
      /** `A` to `F`, or `1` to `40`. */
      from: z.string().regex(rowEnd, 'Must be one capital letter or a number'),
      to: z.string().regex(rowEnd, 'Must be one capital letter or a number'),
      capacity: capacity.optional(),
    }),
    reply: z.object({ items: z.array(pathStep) }),
    status: 201,
    problems: ['not-found', 'name-taken', 'place-full', 'issuing-stopped'],
  }),
  get: endpoint({
    method: 'get',
    path: '/places/{code}',
    permission: 'places.read',
    summary: 'A place with its path, capacity and what lies in it',
    params: codeParams,
    reply: placeView,
    problems: ['not-found'],
  }),
  change: endpoint({
    method: 'patch',
    path: '/places/{code}',
    permission: 'places.change',
    summary: 'Rename a place, change its capacity or country, or move a container with all that is in it',
    params: codeParams,
    body: z.strictObject({
      name: name.optional(),
      capacity: capacity.optional(),
      country: country.nullable().optional(),
      in: writtenCode.optional(),
    }),
    reply: placeView,
    problems: ['not-found', 'name-taken', 'place-full', 'place-in-itself', 'location-does-not-move'],
  }),
  remove: endpoint({
    method: 'delete',
    path: '/places/{code}',
    permission: 'places.change',
    summary: 'Take away a place in which nothing lies. Its code is never used again',
    params: codeParams,
    problems: ['not-found', 'place-not-empty'],
  }),
} as const;
