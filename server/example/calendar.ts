/** The days of the example office, where it is. */
export const officeZone = 'Europe/Amsterdam';

/** `YYYY-MM-DD` in the office's zone. */
export type Day = string;

const dayMs = 24 * 60 * 60 * 1_000;

// Swedish writes dates as ISO 8601 does.
const days = new Intl.DateTimeFormat('sv-SE', { timeZone: officeZone, dateStyle: 'short' });

/** So many days from Monday to Friday, oldest first; the last is the one before today. */
export function workingDaysBefore(now: Date, count: number): Day[] {
  const found: Day[] = [];
  for (let day = addDays(days.format(now), -1); found.length < count; day = addDays(day, -1)) {
    if (isWorkingDay(day)) found.unshift(day);
  }
  return found;
}

function isWorkingDay(day: Day): boolean {
  return ![0, 6].includes(new Date(`${day}T12:00Z`).getUTCDay());
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T12:00Z`) + count * dayMs).toISOString().slice(0, 10);
}

const clocks = new Intl.DateTimeFormat('sv-SE', {
  timeZone: officeZone,
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** A time of day (`09:15`) on a day in the office, some seconds later. */
export function momentOf(day: Day, time: string, seconds = 0): Date {
  const asIfUtc = Date.parse(`${day}T${time}:00Z`);
  const shown = Date.parse(`${clocks.format(asIfUtc).replace(' ', 'T')}Z`);
  return new Date(asIfUtc - (shown - asIfUtc) + seconds * 1_000);
}
