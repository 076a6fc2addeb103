import { calendarDay, startOfDay } from '../../app/dates.ts';

interface Asked {
  /** `2027-03-26`, as the browser's field gives it. */
  day: string;
  now: Date;
  /** When the mailing was issued (ISO 8601). */
  issuedAt: string;
  timeZone: string;
}

/**
 * The moment that a day stands for: today means now; another day its noon, when the post has gone out whatever the
 * time zone; the day of issue no earlier than the issue.
 */
export function mailedMoment({
  day,
  now,
  issuedAt,
  timeZone,
}: Asked): { at: string } | { wrong: 'no-day' | 'to-come' | 'before-issued' } {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return { wrong: 'no-day' };
  const today = calendarDay(now, timeZone);
  if (day > today) return { wrong: 'to-come' };
  if (day < calendarDay(new Date(issuedAt), timeZone)) return { wrong: 'before-issued' };
  if (day === today) return { at: now.toISOString() };
  const noon = Date.parse(startOfDay(day, timeZone)) + 12 * 3_600_000;
  return { at: new Date(Math.max(noon, Date.parse(issuedAt))).toISOString() };
}
