/** Writes a day of the (proleptic Gregorian) calendar as `YYYY-MM-DD`; null when there is no such day. Months count from 1. */
export function isoDate(year: number, month: number, day: number): string | null {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  if (days === undefined || day < 1 || day > days) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const DAY_MS = 86_400_000;

/** The Gregorian day of a day of the Persian calendar as `Intl` counts it, `YYYY-MM-DD`; null when there is no such day. */
export function isoFromPersian(year: number, month: number, day: number): string | null {
  // The year begins at the spring equinox, on 19 to 22 March. Six months have 31 days, the others 30 or 29.
  const near = Date.UTC(year + 621, 2, 20) + ((month - 1) * 30 + Math.min(month - 1, 6) + day - 1) * DAY_MS;
  const persian = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', { dateStyle: 'short', timeZone: 'UTC' });
  for (let shift = -2; shift <= 2; shift++) {
    const moment = near + shift * DAY_MS;
    const parts = persian.formatToParts(moment);
    const has = (type: string, value: number) => Number(parts.find((part) => part.type === type)?.value) === value;
    if (has('year', year) && has('month', month) && has('day', day)) return new Date(moment).toISOString().slice(0, 10);
  }
  return null;
}
