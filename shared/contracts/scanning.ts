import { z } from 'zod';
import { placeOfDocument } from './documents.ts';
import { endpoint } from './endpoint.ts';
import {
  codeText,
  exceptionReasons,
  id,
  idParams,
  line,
  listOf,
  pageQuery,
  timestamp,
  writtenCode,
} from './fields.ts';
import { pathStep } from './places.ts';

/**
 * One paper, one line over the wire. Two halves of a scan are decided each by itself: the moment (what has come of the
 * paper) and the place (where it lies now).
 */

export const halfOutcomes = ['booked', 'already-booked', 'exception', 'refused'] as const;
export type HalfOutcome = (typeof halfOutcomes)[number];

/** In the order of the numbers that the database keeps. */
export const scanOutcomes = [...halfOutcomes, 'partly', 'unknown', 'seen'] as const;
export type ScanOutcome = (typeof scanOutcomes)[number];

/** Why a scan, or one half of it, was turned down. */
export const scanProblems = [
  'code-wrong',
  'code-unknown',
  'command-code',
  'location-does-not-move',
  'moment-unknown',
  'moment-not-allowed',
  'place-unknown',
  'place-full',
  'place-not-allowed',
  'place-in-itself',
  'name-taken',
  'scan-id-reused',
  'undo-unknown',
] as const;
export type ScanProblemCode = (typeof scanProblems)[number];

/** The most scans in one request. */
const mostScans = 500;

/** What is not recognised is that scan's own outcome, so these have a length and nothing else. */
const written = z.string().max(200);

/** Any UUID, also one whose version bits are none that a standard knows: it only has to be one of a kind. */
const scanId = z.guid();

const scan = z
  .strictObject({
    /** Made where it was scanned; the same scan sent again has the same. */
    id: scanId,
    code: written,
    /** A moment's name in the process of the paper, or a command code. */
    moment: written.optional(),
    /** The code of a container or location. */
    place: written.optional(),
    /** When it was scanned, by the station's clock. */
    at: timestamp,
    /** Instead of moment and place: the id of the scan of this code that is taken back. */
    undoes: scanId.optional(),
  })
  .refine(
    ({ undoes, moment, place }) => undoes === undefined || (moment === undefined && place === undefined),
    {
      message: 'Must stand without moment and place: it takes back what another scan booked',
      path: ['undoes'],
    },
  );
export type SentScan = z.output<typeof scan>;

const problem = z.object({ code: z.enum(scanProblems), detail: z.string() });
export type ScanProblem = z.output<typeof problem>;

/** What stood there before this scan: the earlier answer, or that the paper lay there already. */
const earlier = z.object({
  /** In words of the reader: "Answered no". Absent for a place. */
  label: z.string().optional(),
  at: timestamp,
  /** Null: the product itself. */
  by: z.object({ id, name: z.string() }).nullable(),
  station: z.string().optional(),
});

const half = z.object({
  outcome: z.enum(halfOutcomes),
  problem: problem.optional(),
  /** With `already-booked` and `exception`: what was booked before, where it can be told. */
  earlier: earlier.optional(),
});
export type ScanHalf = z.output<typeof half>;

/** The paper as it is after the scan, with what its next step needs and no more. */
const scannedDocument = z.object({
  code: codeText,
  type: z.object({ key: z.string(), name: z.string() }),
  mailing: z.object({ id, name: z.string(), documents: z.int() }),
  runNumber: z.int(),
  status: z.record(z.string(), z.int()),
  words: z.object({ headline: z.string(), details: z.array(z.string()) }),
  place: placeOfDocument,
  /**
   * Where the paper was only looked up, or all was booked before: how many scans of it were set aside and wait for a
   * person. Absent where none do, and with the other outcomes.
   */
  waiting: z.int().positive().optional(),
  /** What the type tells the clerk to do at this moment, in the reader's language. */
  instruction: z.string().nullable(),
  /** Where papers of this type go that lie nowhere yet; empty: nobody has said. */
  defaultPlace: z.array(pathStep),
});
export type ScannedDocument = z.output<typeof scannedDocument>;

const result = z.object({
  id: z.string(),
  outcome: z.enum(scanOutcomes),
  moment: half.optional(),
  place: half.optional(),
  /** Of the whole: what stands with neither half. */
  problem: problem.optional(),
  document: scannedDocument.optional(),
});
export type ScanResult = z.output<typeof result>;

const scanException = z.object({
  id,
  /** The paper, or for a container's late move the container. */
  code: codeText,
  reason: z.enum(exceptionReasons),
  /** What the scan said. */
  moment: z.object({ name: z.string(), label: z.string() }).nullable(),
  /** Where the scan put it. */
  scannedPlace: z.array(pathStep),
  /** The contradicted answer as it is booked now, in words. */
  present: z.string().nullable(),
  earlier: earlier.nullable(),
  /** Where the paper lies now; null for a container. */
  place: placeOfDocument.nullable(),
  at: timestamp,
  recordedAt: timestamp,
  by: z.object({ id, name: z.string() }).nullable(),
  station: z.string(),
  settled: z
    .object({
      /** `withdrawn`: the scan was taken back at the station. */
      decision: z.enum(['scanned', 'present', 'dismissed', 'withdrawn']),
      reason: z.string().nullable(),
      at: timestamp,
      by: z.object({ id, name: z.string() }).nullable(),
    })
    .nullable(),
});
export type ScanException = z.output<typeof scanException>;

export const scanning = {
  book: endpoint({
    method: 'post',
    path: '/scans',
    permission: 'scanning.book',
    summary: 'Book scans: what came back, and where it lies. A reply means that it is kept for good',
    body: z.strictObject({
      /** The name of the desk or device; its scans carry it. */
      station: line(100),
      /** The station's clock as it sends: it corrects `at`. */
      sentAt: timestamp,
      scans: z.array(scan).min(1).max(mostScans),
    }),
    bodyLimit: 1024 * 1024,
    /** In the order of the scans. */
    reply: z.object({ results: z.array(result) }),
  }),
  listExceptions: endpoint({
    method: 'get',
    path: '/scans/exceptions',
    permission: 'scanning.read',
    summary: 'Scans that wait for a person to decide, the longest waiting first; or those that are settled',
    query: pageQuery.extend({
      settled: z.enum(['true', 'false']).default('false'),
      /** Only those of this paper or container. */
      code: writtenCode.optional(),
    }),
    /** `open`: how many wait, of whatever code. */
    reply: listOf(scanException).extend({ open: z.int() }),
  }),
  settle: endpoint({
    method: 'post',
    path: '/scans/exceptions/{id}/settle',
    permission: 'scanning.settle',
    summary: 'Decide an exception: what the scan said holds, what was booked holds, or neither matters',
    params: idParams,
    body: z.strictObject({
      /** `scanned`: book it after all; `present`: what is booked stays; `dismissed`: it was no scan to book. */
      decision: z.enum(['scanned', 'present', 'dismissed']),
      /** Why, for whoever asks later. No names: it is kept. */
      reason: line(200),
    }),
    reply: scanException,
    problems: ['not-found', 'exception-settled', 'exception-impossible'],
  }),
  listRefused: endpoint({
    method: 'get',
    path: '/scans/refused',
    permission: 'scanning.read',
    summary: 'Scans that were refused or of codes that nobody has issued, the latest first',
    query: pageQuery,
    reply: listOf(
      z.object({
        id,
        /** Null: it was not twelve digits. */
        code: z.string().nullable(),
        outcome: z.enum(['refused', 'partly', 'unknown']),
        problem: z.enum(scanProblems),
        at: timestamp,
        recordedAt: timestamp,
        by: z.object({ id, name: z.string() }).nullable(),
        station: z.string(),
      }),
    ),
  }),
} as const;
