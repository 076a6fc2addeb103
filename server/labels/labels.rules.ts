import { type FieldError, fieldError } from '../../shared/errors.ts';
import { mostLabels, type SheetTemplate, slotsOf } from '../../shared/labels/templates.ts';

/** The law of labels: what may be asked for in one file, and which texts stand on what. Pure. */

type Wrong = Omit<FieldError, 'code'> & { code: string };

function refuse({ field, code, message }: Wrong): never {
  throw fieldError(field, code, message);
}

/** Throws a field error where the first label would lie beside the sheet. */
export function refuseStart(template: SheetTemplate, start: number): void {
  const slots = slotsOf(template);
  if (start <= slots) return;
  const message = `This sheet has ${slots} labels: start at one from 1 to ${slots}`;
  refuse({ field: 'query.start', code: 'start-not-on-sheet', message });
}

interface Range {
  from: number;
  to: number;
}

/**
 * The run numbers of one file, both ends included; without ends the whole mailing. Throws a field error where there are
 * none, or more than a file holds.
 */
export function decideRange(papers: number, from = 1, to = papers): Range {
  if (from > papers) {
    const message = `The mailing has run numbers 1 to ${papers}: start at one of these`;
    refuse({ field: 'query.from', code: 'run-number-unknown', message });
  }
  const last = Math.min(to, papers);
  if (last < from) {
    const message = `Must not come before ${from}, the first run number`;
    refuse({ field: 'query.to', code: 'range-backwards', message });
  }
  if (last - from >= mostLabels) {
    const end = from + mostLabels - 1;
    const message = `At most ${mostLabels} labels in one file: ask for run numbers ${from} to ${end}, then for those from ${end + 1}`;
    refuse({ field: 'query.to', code: 'too-many-labels', message });
  }
  return { from, to: last };
}

/** Throws a field error where a design is too large for the labels of a sheet. Sizes in millimetres. */
export function refuseTooSmall(
  { key, label }: SheetTemplate,
  needed: { width: number; height: number },
): void {
  if (label.width >= needed.width && label.height >= needed.height) return;
  const message = `Labels of ${label.width} × ${label.height} mm (${key}) are too small for both symbols with their quiet zones: take a sheet with labels of at least ${needed.width} × ${needed.height} mm`;
  refuse({ field: 'query.template', code: 'label-too-small', message });
}

/** `labels.pdf`, or with its run numbers where it is a part. Never with a name in it. */
export function fileNameOf({ from, to }: Range, papers: number): string {
  if (from === 1 && to === papers) return 'labels.pdf';
  return from === to ? `labels-${from}.pdf` : `labels-${from}-${to}.pdf`;
}
