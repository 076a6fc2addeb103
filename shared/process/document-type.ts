import { z } from 'zod';
import { codeKind } from '../codes/code.ts';
import { code } from '../codes/code-schema.ts';
import { languages, line } from '../contracts/fields.ts';
import { checkNames, type DefinitionMistake } from './check-definition.ts';
import { type ProcessDefinition, text } from './definition.ts';

/**
 * What sort of paper it is, beside its process: data, kept by version like the process. What nobody has decided yet
 * is null or empty, so that a type can be used before anybody has thought about it.
 */

/** Static: unchanged and seldom consulted. Dynamic: consulted and changed often. Null: not decided. */
const staticOrDynamic = z.enum(['static', 'dynamic']).nullable().default(null);

const keyPointTypes = ['number', 'amount', 'date', 'code', 'text'] as const;

/** One of the few facts of a paper that are worth typing over; never an image. */
const keyPoint = z.strictObject({ name: line(60), label: text, type: z.enum(keyPointTypes) });
export type KeyPoint = z.output<typeof keyPoint>;

/** What the clerk is told to do; a language without words shows nothing. */
const instruction = z.partialRecord(z.enum(languages), line(400));

export const documentTypeShape = z.strictObject({
  /** How the API and files call it: `coupon`. Never changes. */
  key: line(60),
  name: text,
  /** The parts of a CRM, which consult paper in different ways. */
  scopes: z
    .strictObject({ sales: staticOrDynamic, loyalty: staticOrDynamic, care: staticOrDynamic })
    .prefault({}),
  keyPoints: z.array(keyPoint).max(50).default([]),
  /** The container or location where a paper goes that came back. */
  defaultPlace: code.nullable().default(null),
  /** By moment. */
  instructions: z.record(line(60), instruction).default({}),
});
export type DocumentTypeDefinition = z.output<typeof documentTypeShape>;

const mostKeyPoints = 20;

export type DocumentTypeMistake =
  | DefinitionMistake
  | { id: 'too-many-key-points' | 'moment-unknown' | 'default-place-no-place'; at: string; detail: string };

/** Every mistake of a document type in the light of its process. Empty: it can be used. */
export function checkDocumentType(
  type: DocumentTypeDefinition,
  process: ProcessDefinition,
): DocumentTypeMistake[] {
  const found: DocumentTypeMistake[] = checkNames('key', [{ name: type.key }]);
  found.push(...checkNames('keyPoints', type.keyPoints));
  if (type.keyPoints.length > mostKeyPoints) {
    const detail = `At most ${mostKeyPoints} key points; there are ${type.keyPoints.length}`;
    found.push({ id: 'too-many-key-points', at: 'keyPoints', detail });
  }
  const { defaultPlace } = type;
  if (defaultPlace !== null && !['container', 'location'].includes(codeKind(defaultPlace))) {
    const detail = 'The default place must be the code of a container or location';
    found.push({ id: 'default-place-no-place', at: 'defaultPlace', detail });
  }
  for (const name of Object.keys(type.instructions)) {
    if (process.moments.some((moment) => moment.name === name)) continue;
    const detail = `The process has no moment "${name}"`;
    found.push({ id: 'moment-unknown', at: `instructions.${name}`, detail });
  }
  return found;
}
