import type { Language } from '../../../shared/contracts/fields.ts';

/** `en-GB` writes days as "9 March 2027" and counts hours to 24, as everybody here does. */
const locales: Record<Language, string> = { en: 'en-GB', nl: 'nl-NL' };

export interface Dates {
  /** "9 March 2027" */
  day: (iso: string) => string;
  /** "26 March 2027", of a day of the calendar (`2027-03-26`), which is the same day in every zone. */
  calendar: (day: string) => string;
  /** For a narrow column: "Today 10:42", "16 Feb 2027". */
  brief: (iso: string) => string;
  /** "10:42" */
  time: (iso: string) => string;
  /** "10:42:31" */
  exactTime: (iso: string) => string;
  isToday: (iso: string) => boolean;
  /** "today 10:42", "9 March 2027, 10:42" */
  moment: (iso: string) => string;
  /** "12 days ago"; undefined for what is not long enough ago to say so. */
  ago: (iso: string) => string | undefined;
  /** The hour of the day in the organisation's time zone. */
  hour: () => number;
}

interface Words {
  today: (time: string) => string;
  yesterday: (time: string) => string;
}

/** Days and times in the organisation's zone and the reader's language. */
export function datesFor(language: Language, timeZone: string, words: Words, now: () => Date): Dates {
  const locale = locales[language];
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  const calendarDays = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const shortDays = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const times = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone });
  const exactTimes = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const daysSince = (iso: string) =>
    Math.round(
      (Date.parse(calendarDay(now(), timeZone)) - Date.parse(calendarDay(new Date(iso), timeZone))) / dayMs,
    );
  const near = (iso: string) => {
    const time = times.format(new Date(iso));
    const since = daysSince(iso);
    if (since === 0) return words.today(time);
    return since === 1 ? words.yesterday(time) : undefined;
  };
  return {
    day: (iso) => days.format(new Date(iso)),
    time: (iso) => times.format(new Date(iso)),
    exactTime: (iso) => exactTimes.format(new Date(iso)),
    isToday: (iso) => daysSince(iso) === 0,
    calendar: (day) => calendarDays.format(new Date(`${day}T00:00:00Z`)),
    brief: (iso) => {
      const text = near(iso) ?? shortDays.format(new Date(iso));
      return text.charAt(0).toUpperCase() + text.slice(1);
    },
    moment: (iso) => near(iso) ?? `${days.format(new Date(iso))}, ${times.format(new Date(iso))}`,
    ago: (iso) => {
      const since = daysSince(iso);
      if (since < 2) return undefined;
      if (since < 60) return relative.format(-since, 'day');
      return since < 730
        ? relative.format(-Math.round(since / 30.4), 'month')
        : relative.format(-Math.round(since / 365.25), 'year');
    },
    hour: () =>
      Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone }).format(now())),
  };
}

const dayMs = 86_400_000;

/** The day of the calendar in a time zone, as `2027-03-09`. */
export function calendarDay(moment: Date, timeZone: string): string {
  // Sweden writes its dates as ISO does.
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(moment);
}

/** The first moment of a day (`2027-03-09`) in a time zone, as ISO 8601; `plusDays` moves to a later day. */
export function startOfDay(day: string, timeZone: string, plusDays = 0): string {
  const wanted = Date.parse(`${day}T00:00:00Z`) + plusDays * dayMs;
  // The offset at the guess may differ from the one at the answer where clocks change: ask twice.
  const first = wanted - offsetAt(new Date(wanted), timeZone);
  return new Date(wanted - offsetAt(new Date(first), timeZone)).toISOString();
}

function offsetAt(moment: Date, timeZone: string): number {
  const written = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'medium',
    timeZone,
  }).format(moment);
  return Date.parse(`${written.replace(' ', 'T')}Z`) - Math.floor(moment.getTime() / 1000) * 1000;
}
