import type { TFunction } from 'i18next';
import type { ScanHalf, ScanProblemCode, ScanResult } from '../../../../shared/contracts/scanning.ts';
import type { Dates } from '../../app/dates.ts';
import type { Scan } from '../../scan/session.ts';
import { isGood, type Look, lookOf } from './looks.ts';
import { type NextStep, nextStep } from './next-step.ts';

/** What the middle of the screen says of a scan, in words of the reader. */
export interface Told {
  /** One, or two where answer and place went different ways: the answer above. */
  parts: { look: Look; word: string; detail: string }[];
  /** What happened and that nothing is lost. */
  text: string;
  next: NextStep;
}

export interface Telling {
  t: TFunction<'scanning'>;
  dates: Dates;
  /** Who looks: he is "you". */
  userId: string;
  nameOfPlace: (code: string) => string;
  state: (state: string) => string;
}

export type AnsweredScan = Scan & { result: ScanResult };

export function tellScan(scan: AnsweredScan, telling: Telling): Told {
  const next = nextStep(scan, telling);
  if (scan.undoes !== null) return { ...tellUndo(scan, telling), next };
  const { moment, place } = scan.result;
  if (moment && place && isGood(moment) !== isGood(place)) {
    return { ...tellHalves(scan, moment, place, telling), next };
  }
  return { ...tellWhole(scan, telling), next };
}

type Saying = Omit<Told, 'next'>;

function tellUndo({ result, moment }: AnsweredScan, { t }: Telling): Saying {
  const what = moment?.label ?? t('last.placeOnly');
  switch (result.outcome) {
    case 'booked':
      return one('undone', t('word.undone'), t('say.undone', { what }), t('say.undoneText'));
    case 'already-booked':
      return one('already', t('word.undone'), t('say.undoneAlready'), t('say.undoneText'));
    case 'exception':
      return one('exception', t('word.exception'), t('say.needsPerson'), t('say.undoLate'));
    default: {
      const code = problemOf(result) ?? 'undo-unknown';
      return one('refused', t('word.refused'), t(`problem.${code}.short`), t(`problem.${code}.long`));
    }
  }
}

function tellHalves(scan: AnsweredScan, moment: ScanHalf, place: ScanHalf, telling: Telling): Saying {
  const { t } = telling;
  const [momentLook, placeLook] = [lookOf(moment.outcome), lookOf(place.outcome)];
  const label = scan.moment?.label ?? '';
  return {
    parts: [
      {
        look: momentLook,
        word: t(`word.${momentLook}`),
        detail: isGood(moment) ? t('say.safe', { what: label }) : notGood(scan, moment, telling),
      },
      {
        look: placeLook,
        word: t(`placeWord.${placeLook}`),
        detail: isGood(place) ? placeName(scan, telling) : notGood(scan, place, telling),
      },
    ],
    text: isGood(moment) ? longOf(scan, place, telling) : longOf(scan, moment, telling),
  };
}

function tellWhole(scan: AnsweredScan, telling: Telling): Saying {
  const { t } = telling;
  const { result } = scan;
  const look = lookOf(result.outcome);
  const word = t(`word.${look}`);
  switch (result.outcome) {
    case 'booked':
      return one(look, word, bookedDetail(scan, telling), '');
    case 'already-booked':
      return one(look, word, earlierOf(scan, telling), doubtOf(scan, telling) ?? sameText(scan, telling));
    case 'seen':
      return one(
        look,
        word,
        result.document?.words.headline ?? placeNameOf(scan, telling),
        doubtOf(scan, telling) ?? t('say.lookUp'),
      );
    default: {
      const half = result.moment ?? result.place ?? { outcome: 'refused' as const };
      return one(look, word, notGood(scan, half, telling), longOf(scan, half, telling));
    }
  }
}

function one(look: Look, word: string, detail: string, text: string): Saying {
  return { parts: [{ look, word, detail }], text };
}

function bookedDetail(scan: AnsweredScan, telling: Telling): string {
  const { moment, place } = scan.result;
  const label = scan.moment?.label ?? '';
  if (!moment) return telling.t('say.putAway', { place: placeName(scan, telling) });
  if (moment.outcome === 'already-booked' && place?.outcome === 'booked') {
    return telling.t('say.moved', { what: label, place: placeName(scan, telling) });
  }
  return label;
}

/** Who booked it before, and when. */
function earlierOf(scan: AnsweredScan, telling: Telling): string {
  const { t } = telling;
  const { moment, place } = scan.result;
  const earlier = moment?.earlier ?? place?.earlier;
  if (!earlier) return scan.moment?.label ?? placeName(scan, telling);
  const when = telling.dates.moment(earlier.at);
  const who = whoOf(earlier.by, telling);
  const what = earlier.label ?? scan.moment?.label;
  return what ? t('say.earlier', { what, when, who }) : t('say.earlierPlace', { when, who });
}

function whoOf(by: { id: string; name: string } | null, { t, userId }: Telling): string {
  if (by === null) return t('say.itself');
  return by.id === userId ? t('say.you') : by.name;
}

function sameText({ result: { moment, place } }: AnsweredScan, { t }: Telling): string {
  if (moment && place) return t('say.sameAll');
  return moment ? t('say.sameAnswer') : t('say.samePlace');
}

/** That what the screen says of the paper may not hold; undefined where nothing is in doubt. */
function doubtOf({ result }: AnsweredScan, { t }: Telling): string | undefined {
  return result.document?.waiting ? t('say.doubted') : undefined;
}

/** In a few words what stands against it. */
function notGood(scan: AnsweredScan, half: ScanHalf, telling: Telling): string {
  const { t, dates } = telling;
  if (half.outcome === 'exception') {
    if (!half.earlier?.label) return t('say.needsPerson');
    const { at, label } = half.earlier;
    return t('say.bookedAs', { what: label, when: dates.isToday(at) ? dates.moment(at) : dates.day(at) });
  }
  const code = half.problem?.code ?? problemOf(scan.result) ?? 'code-unknown';
  return t(`problem.${code}.short`, { place: placeName(scan, telling) });
}

function longOf(scan: AnsweredScan, half: ScanHalf, { t }: Telling): string {
  const what = scan.moment?.label ?? '';
  if (half.outcome === 'exception') return half.earlier ? t('say.contradiction', { what }) : t('say.kept');
  const code = half.problem?.code ?? problemOf(scan.result) ?? 'code-unknown';
  const kept = scan.result.outcome === 'partly' ? t('say.answerNotBooked', { what }) : t('say.nothingBooked');
  return t(`problem.${code}.long`, { what, kept });
}

export function problemOf({ problem, moment, place }: ScanResult): ScanProblemCode | undefined {
  return problem?.code ?? moment?.problem?.code ?? place?.problem?.code;
}

function placeName({ place }: Scan, { nameOfPlace }: Telling): string {
  return place ? nameOfPlace(place) : '';
}

function placeNameOf({ code }: Scan, { nameOfPlace }: Telling): string {
  return nameOfPlace(code);
}
