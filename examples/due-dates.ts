/**
 * When invoices are due: `date-fns` comes from npm and is bundled. Weekends are skipped; the time
 * zone of a sandbox is UTC.
 *
 *     npx isopod run examples/due-dates.ts
 */
import { addBusinessDays, differenceInCalendarDays, formatISO, lastDayOfMonth } from 'date-fns';

const usual = ['2026-02-26', '2026-12-24', '2028-02-25'];

export default (days: readonly string[] = usual) =>
  days.map((day) => {
    const due = addBusinessDays(new Date(day), 5);
    return {
      day,
      due: formatISO(due, { representation: 'date' }),
      calendarDays: differenceInCalendarDays(due, new Date(day)),
      endOfMonth: formatISO(lastDayOfMonth(due), { representation: 'date' }),
    };
  });
