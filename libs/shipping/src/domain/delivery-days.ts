import { civilTime } from '@tiwizi/i18n';

/** What is ordered later starts tomorrow. */
const lastOrdersAtHour = 14;

const dayMs = 86_400_000;

/** Carriers work from Monday to Saturday, public holidays left out. */
export function isWorkingDay(day: string, holidays: ReadonlySet<string>): boolean {
  return new Date(`${day}T00:00:00Z`).getUTCDay() !== 0 && !holidays.has(day);
}

/** The day, `YYYY-MM-DD` in Morocco, that lies so many working days after an order of this instant. */
export function deliveryDay(orderedAt: Date, workingDays: number, holidays: ReadonlySet<string>): string {
  const { year, month, day, hour } = civilTime(orderedAt);
  let at = Date.UTC(year, month - 1, day);
  let left = workingDays;
  // An order of a free day, or after the last hour, is prepared from the next working day on.
  const startsLate = hour >= lastOrdersAtHour || !isWorkingDay(isoDay(at), holidays);
  if (startsLate) left += 1;
  while (left > 0) {
    at += dayMs;
    if (isWorkingDay(isoDay(at), holidays)) left -= 1;
  }
  return isoDay(at);
}

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);
