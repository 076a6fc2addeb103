import { z } from 'zod';
import { mostLabels, printerDpis, templateKeys, templates } from '../labels/templates.ts';
import { placeKinds } from '../places/placement.ts';
import { endpoint } from './endpoint.ts';
import { codeText, idParams } from './fields.ts';

/** The printer's dots an inch: bars are whole numbers of its dots wide. */
const dpi = z
  .enum(printerDpis.map(String) as ['203', '300', '600'])
  .default('300')
  .transform((text) => Number(text) as (typeof printerDpis)[number]);

const sheet = z.object({
  /** The sheet of labels that lies in the printer. */
  template: z.enum(templateKeys).default(templates[0].key),
  /** The first label that is still on the sheet, row by row from 1. */
  start: z.coerce.number().int().min(1).default(1),
  dpi,
});

const runNumber = z.coerce.number().int().min(1).max(2_147_483_647);

const mailingQuery = sheet.extend({
  /** Run numbers, both included; all of the mailing where they are left out. */
  from: runNumber.optional(),
  to: runNumber.optional(),
  /** The customer's name too: only where it is asked for. */
  name: z.stringbool().default(false),
});

/** Codes with commas between them. */
const codeList = z
  .string()
  .max(8_000)
  .transform((text) => text.split(',').filter((each) => each.trim() !== ''))
  .pipe(z.array(codeText).max(500));

const placesQuery = sheet.extend({
  /** These places, in this order, with commas between their codes; at most 500. */
  places: codeList.optional(),
  /** Or all that stands in this one, and the place itself. */
  in: codeText.optional(),
  /** Of these only such; all kinds where it is left out. */
  kind: z.enum(placeKinds).optional(),
});

const commandsQuery = z.object({
  /** Keys of document types with commas between them; all of them where it is left out. */
  types: z
    .string()
    .max(2_000)
    .transform((text) => text.split(',').filter((each) => each !== ''))
    .optional(),
  dpi,
});

/** What has a label of its own beside papers, places and moments. */
export const stationLabels = ['UNDO', 'CLEAR', 'DONE', 'PRACTICE'] as const;
export type StationLabel = (typeof stationLabels)[number];

const mailingProblems = ['not-found', 'mailing-not-issued', 'mailing-cancelled'] as const;

export const labels = {
  ofMailing: endpoint({
    method: 'get',
    path: '/mailings/{id}/labels.pdf',
    permission: 'labels.print',
    summary: `Labels for the papers of a mailing, ready to print at 100 %: QR code and Code 128 of each paper's code, by run number, at most ${mostLabels} in a file. Cancelled papers get none`,
    params: idParams,
    query: mailingQuery,
    replyType: 'application/pdf',
    problems: mailingProblems,
  }),
  previewOfMailing: endpoint({
    method: 'get',
    path: '/mailings/{id}/labels.svg',
    permission: 'labels.print',
    summary: 'The first page of the same labels as a picture, with the edges of the labels',
    params: idParams,
    query: mailingQuery,
    replyType: 'image/svg+xml',
    problems: mailingProblems,
  }),
  ofPlaces: endpoint({
    method: 'get',
    path: '/labels/places.pdf',
    permission: 'labels.places',
    summary: 'Labels for locations and containers: chosen ones, or all that stands in a place',
    query: placesQuery,
    replyType: 'application/pdf',
    problems: ['not-found'],
  }),
  previewOfPlaces: endpoint({
    method: 'get',
    path: '/labels/places.svg',
    permission: 'labels.places',
    summary: 'The first page of the same labels as a picture, with the edges of the labels',
    query: placesQuery,
    replyType: 'image/svg+xml',
    problems: ['not-found'],
  }),
  commandSheet: endpoint({
    method: 'get',
    path: '/labels/commands.pdf',
    permission: 'labels.commands',
    summary:
      'A sheet for the station: the moments of document types, and UNDO, CLEAR and DONE, each as symbols with its text in English and Dutch',
    query: commandsQuery,
    replyType: 'application/pdf',
  }),
  previewOfCommands: endpoint({
    method: 'get',
    path: '/labels/commands.svg',
    permission: 'labels.commands',
    summary: 'The first page of the command sheet as a picture',
    query: commandsQuery,
    replyType: 'image/svg+xml',
  }),
  stationLabel: endpoint({
    method: 'get',
    path: '/labels/station.svg',
    permission: 'processes.read',
    summary:
      'One label of the station as a picture, with its symbols: UNDO, CLEAR, DONE, or the practice label, which counts nowhere',
    query: z.object({ command: z.enum(stationLabels), dpi }),
    replyType: 'image/svg+xml',
  }),
  practicePage: endpoint({
    method: 'get',
    path: '/labels/practice.pdf',
    permission: 'processes.read',
    summary: 'The practice label on a page to print: to try a camera or hand scanner with. It counts nowhere',
    query: z.object({ dpi }),
    replyType: 'application/pdf',
  }),
  testPage: endpoint({
    method: 'get',
    path: '/labels/test-page.pdf',
    permission: 'labels.commands',
    summary: 'The edges of a sheet with rulers, to see whether a printer prints at 100 % and in its place',
    query: sheet.omit({ start: true }),
    replyType: 'application/pdf',
  }),
} as const;
