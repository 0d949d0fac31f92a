import { readDateValue } from '../posts/dates';
import type { WrittenDate } from '../posts/dates';

/** A written date, with seconds or milliseconds since 1970 read as a day in UTC; null where the text is no date at all. */
export function readAnyDate(text: string): WrittenDate | null {
  const value = text.trim();
  const seconds = /^\d{9,10}$/.test(value) ? Number(value) : /^\d{12,13}$/.test(value) ? Number(value) / 1000 : null;
  if (seconds === null) return readDateValue(value.replace(/(?<=\d{4}-\d\d-\d\d)[T ].*$/s, ''));
  return readDateValue(new Date(seconds * 1000).toISOString().slice(0, 10));
}

/** The day that a text names, as it is written, whatever its zone; null where none can be read surely. */
export function dayOf(text: string | null | undefined): string | null {
  return readAnyDate(text ?? '')?.date ?? null;
}
