import type { ToldDate } from './archive-problems';
import { MAX_DATE_LENGTH, readDate, settleDate, type WrittenDate } from './dates';
import type { RowDates } from './possible-headers';
import type { Row } from './rows';

/** Longer lines name no day without its year. In UTF-16 code units. */
const MAX_YEARLESS = 40;

const MARKS_BEFORE = /^[\s=*_~|•<>[(【–—-]+/u;
const MARKS_BEHIND = /[\s=*_~|•\])<>】:：–—-]+$/u;

/** A place in a line without the marks that set it off: `== 4 May 2016 ==`, `**4 May 2016**`, `[2016-05-04]`, `4 May 2016:`. */
export function withoutMarks(line: string): { start: number; end: number } {
  const start = MARKS_BEFORE.exec(line)?.[0].length ?? 0;
  const behind = MARKS_BEHIND.exec(line.slice(start))?.[0].length ?? 0;
  return { start, end: Math.max(start, line.length - behind) };
}

/** Reads days one after the other, in the order of a text: one without a year has that of the text above it. */
export class DayReader {
  private year: number | null;
  private previous: string | null = null;

  constructor(
    private readonly habits: ReadonlySet<string>,
    path: string | undefined,
  ) {
    this.year = yearOfPath(path ?? '');
  }

  /** Takes over the year of a line that is no day: `2016`, `May 2016`, and before the first day `Diary of 2016`. */
  see(line: string): void {
    if (line.length > MAX_DATE_LENGTH) return;
    const { start, end } = withoutMarks(line);
    const shown = line.slice(start, end);
    const found =
      /^(?:\p{L}+\.?[\s,]+)?(\d{4})\s?(?:年|년)?(?:\s?\d{1,2}\s?(?:月|월))?$/u.exec(shown) ?? this.onlyYear(shown);
    const year = Number(found?.[1]);
    if (year >= 1000 && year <= 2299) [this.year, this.previous] = [year, null];
  }

  /** The day of a written date. */
  told(written: WrittenDate, span: ToldDate['span']): ToldDate {
    const date = settleDate(written, this.habits);
    if (date !== null) [this.year, this.previous] = [Number(date.slice(0, 4)), date];
    return { span, date, assumed: date === written.date ? null : 'habit' };
  }

  /** The day that a line names without a year, `Monday, 4 May`; null where it is anything else. */
  yearless(line: string, span: ToldDate['span']): ToldDate | null {
    if (line.length > MAX_YEARLESS || !/\p{Nd}|[一二三四五六七八九十]日/u.test(line) || !/\p{L}/u.test(line))
      return null;
    // A leap year has all days.
    const written = readDate(`${line} ${this.year ?? 2016}`) ?? readDate(`${line} 2016`);
    if (!written) return null;
    if (this.year === null) return { span, date: null, assumed: null };
    const day = written.date;
    if (day !== null && this.previous !== null) {
      // A step of more than half a year back is one into the next year, where no new year has been named.
      const step = Date.parse(day) - Date.parse(this.previous);
      const years = step < -HALF_A_YEAR ? 1 : step > HALF_A_YEAR ? -1 : 0;
      if (years !== 0) {
        this.year += years;
        this.previous = null;
        return this.yearless(line, span);
      }
    }
    this.previous = day ?? this.previous;
    return { span, date: day, assumed: 'year' };
  }

  private onlyYear(line: string): RegExpExecArray | null {
    if (this.previous !== null) return null;
    const [year, ...others] = line.matchAll(/(?<!\d)(\d{4})(?!\d)/g);
    return others.length === 0 ? (year ?? null) : null;
  }
}

const HALF_A_YEAR = 183 * 86_400_000;

/** The last year in the name of a file or its folders: `diary-2016.txt`. */
function yearOfPath(path: string): number | null {
  const year = [...path.slice(-200).matchAll(/(?<!\d)(1[5-9]\d{2}|20\d{2})(?!\d)/g)].at(-1)?.[1];
  return year === undefined ? null : Number(year);
}

/** The day of each row that is a day alone, decorated or without a year too; null for the others. */
export function dayLines(
  text: string,
  rows: readonly Row[],
  { written, habits }: RowDates,
  path: string | undefined,
): (ToldDate | null)[] {
  const reader = new DayReader(habits, path);
  return rows.map((row, index) => {
    const { start, end } = row;
    const date = written[index];
    if (date) return reader.told(date, { start, end });
    if (end - start > MAX_DATE_LENGTH) return null;
    const line = text.slice(start, end);
    const inner = withoutMarks(line);
    const shown = line.slice(inner.start, inner.end);
    const span = { start: start + inner.start, end: start + inner.end };
    const decorated = shown.length < line.length ? readDate(shown) : null;
    if (decorated) return reader.told(decorated, span);
    const yearless = reader.yearless(shown, span);
    if (!yearless) reader.see(line);
    return yearless;
  });
}
