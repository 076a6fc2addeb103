import type { Code } from '../../shared/codes/code.ts';
import { formatCode } from '../../shared/codes/code.ts';
import type { QueryOf } from '../../shared/contracts/endpoint.ts';
import type { labels } from '../../shared/contracts/labels.ts';
import type { PathStep } from '../../shared/contracts/places.ts';
import { DomainError, fieldError } from '../../shared/errors.ts';
import { getTemplate, mostLabels } from '../../shared/labels/templates.ts';
import { locationKinds } from '../../shared/places/placement.ts';
import { findPaths, getPlace, listBelow } from '../places/places.service.ts';
import type { Context } from '../platform/context.ts';
import { type LabelContent, placeDesign } from './draw/designs.ts';
import { stepSign } from './draw/shape-text.ts';
import { layOutSheets, type Printing } from './print-labels.ts';

/** Paths read at a time. */
const chunk = 500;

export type PlaceLabelsAsked = QueryOf<typeof labels.ofPlaces>;

/** Labels for places that are named, or for all in one. Throws `not-found` or a field error. */
export async function planPlaceLabels(
  context: Context,
  { places, in: top, kind, template, start, dpi }: PlaceLabelsAsked,
): Promise<Printing> {
  if ((places === undefined) === (top === undefined)) throw askedWrongly();
  const codes = top === undefined ? await known(context, places ?? []) : await below(context, top, kind);
  const pages = layOutSheets({
    template: getTemplate(template),
    design: placeDesign,
    dpi,
    start,
    lines: 0,
    labels: readLabels(context, codes),
  });
  return { pages, title: 'Spoor', fileName: 'place-labels.pdf' };
}

async function known({ db }: Context, codes: readonly Code[]): Promise<Code[]> {
  if (codes.length === 0) throw fieldError('query.places', 'too_small', 'Name one place at least');
  const unique = [...new Set(codes)];
  const paths = await findPaths(db, unique);
  const missing = unique.find((code) => !stands(paths.get(code)?.path));
  if (missing === undefined) return unique;
  throw new DomainError('not-found', `There is no place with the code ${formatCode(missing)}.`);
}

async function below({ db }: Context, top: Code, kind: PlaceLabelsAsked['kind']): Promise<Code[]> {
  await getPlace(db, top);
  const codes = await listBelow(db, top, kind, mostLabels + 1);
  if (codes.length === 0) throw fieldError('query.kind', 'none-there', `There is no ${kind} in this place`);
  if (codes.length <= mostLabels) return codes;
  const message = `More than ${mostLabels} places stand in it, the most for one file: name a smaller place`;
  throw fieldError('query.in', 'too-many-labels', message);
}

/** Whether it is there, and was not taken away: what was is named in histories only. */
function stands(path: readonly PathStep[] | undefined): boolean {
  return path !== undefined && !path.at(-1)?.removed;
}

async function* readLabels({ db }: Context, codes: readonly Code[]): AsyncGenerator<LabelContent[]> {
  for (let from = 0; from < codes.length; from += chunk) {
    const part = codes.slice(from, from + chunk);
    const paths = await findPaths(db, part);
    yield part.flatMap((code) => {
      const path = paths.get(code)?.path;
      // Taken away just now: it needs no label any more.
      return path && stands(path) ? [labelOf(code, path)] : [];
    });
  }
}

/**
 * The way there stands on what stays where it is. A box moves, and its label would lie from then on.
 */
function labelOf(code: Code, path: readonly PathStep[]): LabelContent {
  const own = path.at(-1);
  const stays = own !== undefined && (locationKinds as readonly string[]).includes(own.kind);
  const way = path.slice(0, -1).map(({ name }) => name);
  return {
    code,
    title: own?.name ?? '',
    detail: stays ? way.join(stepSign) : '',
    number: '',
    lines: [],
  };
}

function askedWrongly(): DomainError {
  return fieldError(
    'query.places',
    'places-or-in',
    'Name places, or one place in which they all stand (`in`)',
  );
}
