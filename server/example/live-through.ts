import { addDays, type Day, workingDaysBefore } from './calendar.ts';
import { makeChance } from './chance.ts';
import { makeCustomers } from './customers.ts';
import { clearTrays, moveBoxes, workAtDesks } from './desk-work.ts';
import { cancelSome, makeMailings, recipientsOf, sendLetters, sendMailings } from './mailings.ts';
import { contradict, misreads, secondThoughts, settleSome } from './mishaps.ts';
import { type Entry, Office } from './office.ts';
import type { OfficeClock } from './office-clock.ts';
import { drawReturns, expectations, noMoreMail, openPost, type Returned } from './post.ts';
import { settleIn } from './settle-in.ts';

/** Working days that the office is old. */
const age = 40;
/** The same people and the same answers each time; only the dates follow the calendar. */
const seed = 1_953;

export interface Life {
  url: string;
  setUpLink: string;
  clock: OfficeClock;
  /** Nothing more is done once it is aborted. */
  stopAsked: AbortSignal;
  /** Told now and then how far it is, from 0 to 1. */
  tell: (share: number) => void;
}

/** The working days of the office before this moment, oldest first. */
export function officeDays(now: Date): Day[] {
  return workingDaysBefore(now, age);
}

/**
 * Lives through the example office's weeks, hour by hour, over the product's own API. Returns false where it was told
 * to stop on the way.
 */
export async function liveThrough(days: readonly Day[], life: Life): Promise<boolean> {
  const { url, clock, stopAsked, tell } = life;
  const office = new Office(url, clock);
  const diary = writeDiary(days, life);
  for (const [index, { at, act }] of diary.entries()) {
    if (stopAsked.aborted) return false;
    clock.setTo(at);
    await act(office);
    tell((index + 1) / diary.length);
  }
  return true;
}

/** All that happens, in the order in which it does. */
function writeDiary(days: readonly Day[], { url, setUpLink }: Life): Entry[] {
  const chance = makeChance(seed);
  const made = makeCustomers(chance);
  // What is sent this season is about the year to come.
  const year = Number(addDays(days[0] ?? '', 120).slice(0, 4));
  const sent = makeMailings(year);
  const marked = new Map<string, number>();
  const returned = sent.flatMap((mailing): Returned[] => {
    const expected = expectations[mailing.key];
    if (!expected || mailing.mailed === null) return [];
    const recipients = recipientsOf(mailing, made, marked);
    const { key, mailed } = mailing;
    const drawn = drawReturns(chance, { key, mailed, papers: recipients.length, ...expected });
    for (const { run, day, moment } of drawn) {
      const ref = recipients[run - 1]?.ref;
      if (ref !== undefined && moment in noMoreMail) marked.set(ref, Math.min(day, marked.get(ref) ?? day));
    }
    return drawn;
  });
  const diary = [
    ...settleIn(days[0] ?? '', { url, setUpLink, made }),
    ...sendMailings(days, made, sent),
    ...cancelSome(days, made, year),
    ...sendLetters(
      days,
      made.filter(({ ref, doNotMail }) => doNotMail === '' && !marked.has(ref)),
    ),
    ...openPost(chance, days, returned, (run) => run % 2 === 1),
    ...contradict(days, returned),
    ...settleSome(days),
    ...misreads(days),
    ...secondThoughts(days, returned),
    ...moveBoxes(days),
    ...clearTrays(days, returned),
    ...workAtDesks(chance, days, made),
  ];
  return diary.sort((a, b) => a.at.getTime() - b.at.getTime());
}
