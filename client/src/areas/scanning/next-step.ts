import type { ScanProblemCode, ScanResult } from '../../../../shared/contracts/scanning.ts';
import { isGood } from './looks.ts';
import type { AnsweredScan, Telling } from './tell-scan.ts';

/** What the hands do now: a short sentence, and what is read at two metres. */
export interface NextStep {
  say: string;
  big: string;
}

/** Follows from what the server booked, never from what was asked. */
export function nextStep(scan: AnsweredScan, telling: Telling): NextStep {
  const { result } = scan;
  if (scan.undoes !== null) return afterUndo(scan, telling);
  if (result.place && !isGood(result.place)) return afterPlace(result, telling);
  const inPlace = result.place && isGood(result.place);
  if (result.moment?.outcome === 'refused' || (!result.moment && result.outcome === 'refused')) {
    return afterRefusal(result, telling);
  }
  switch (result.outcome) {
    case 'unknown':
      return afterRefusal(result, telling);
    case 'exception':
      return inPlace ? place('next.putIn', scan, telling) : aside(telling);
    case 'already-booked':
      return inPlace ? place('next.leaveIn', scan, telling) : whereNow(result, telling);
    case 'seen':
      return whereItLies(result, telling);
    default:
      return inPlace ? place('next.putIn', scan, telling) : whereNow(result, telling);
  }
}

function place(
  key: 'next.putIn' | 'next.leaveIn',
  scan: AnsweredScan,
  { t, nameOfPlace }: Telling,
): NextStep {
  const own = scan.result.document?.place.path.at(-1)?.name;
  return { say: t(key), big: own ?? (scan.place ? nameOfPlace(scan.place) : t('next.done')) };
}

/** No place was scanned: where the paper belongs, by its own place, its type, or the clerk's pile. */
function whereNow({ document }: ScanResult, { t }: Telling): NextStep {
  const own = document?.place.path.at(-1);
  if (own) return { say: t('next.itsPlace'), big: own.name };
  if (document?.instruction) return { say: '', big: document.instruction };
  const usual = document?.defaultPlace.at(-1);
  return usual ? { say: t('next.putIn'), big: usual.name } : { say: t('next.layOn'), big: t('next.done') };
}

function whereItLies({ document }: ScanResult, { t, state }: Telling): NextStep {
  const own = document?.place.path.at(-1);
  if (own) return { say: t('next.liesIn'), big: own.name };
  return { say: t('next.state'), big: document ? state(document.place.state) : t('word.seen') };
}

function afterUndo({ result, place: scanned }: AnsweredScan, { t, nameOfPlace }: Telling): NextStep {
  if (result.outcome === 'refused' || result.outcome === 'exception') {
    return { say: t('next.layAside'), big: t('next.questions') };
  }
  const own = result.document?.place.path.at(-1)?.name;
  if (own) return { say: t('next.itsPlace'), big: own };
  return scanned
    ? { say: t('next.takeOut'), big: nameOfPlace(scanned) }
    : { say: t('next.before'), big: t('word.undone') };
}

function afterPlace(result: ScanResult, telling: Telling): NextStep {
  const { t } = telling;
  const code = result.place?.problem?.code;
  if (code === 'place-full') return { say: t('next.nextBoxSay'), big: t('next.nextBox') };
  if (code === 'place-not-allowed' || result.place?.outcome === 'exception') return aside(telling);
  return { say: t('next.otherBoxSay'), big: t('next.otherBox') };
}

const byProblem: Partial<Record<ScanProblemCode, 'moment' | 'again' | 'not-ours'>> = {
  'moment-unknown': 'moment',
  'code-wrong': 'again',
  'scan-id-reused': 'again',
  'code-unknown': 'not-ours',
};

function afterRefusal(result: ScanResult, telling: Telling): NextStep {
  const { t } = telling;
  const code = result.problem?.code ?? result.moment?.problem?.code;
  switch (code && byProblem[code]) {
    case 'moment':
      return { say: t('next.otherMomentSay'), big: t('next.otherMoment') };
    case 'again':
      return { say: t('next.againSay'), big: t('next.again') };
    case 'not-ours':
      return { say: t('next.layAside'), big: t('next.notOurs') };
    default:
      return aside(telling);
  }
}

function aside({ t }: Telling): NextStep {
  return { say: t('next.layAside'), big: t('next.questions') };
}
