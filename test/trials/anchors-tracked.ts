import type { Span } from '../../src/core/text/span';

/** Stands for a code unit that was not in the old text. */
const NEW = -1;

/**
 * A text under edits in which each code unit remembers where it was: the oracle of the trials. `own` is the offset in the old text of
 * a unit that has been kept or moved, `source` that of a unit that was copied from there.
 */
export class Tracked {
  text: string;
  own: number[];
  source: number[];

  constructor(text: string) {
    this.text = text;
    this.own = Array.from({ length: text.length }, (_, i) => i);
    this.source = new Array<number>(text.length).fill(NEW);
  }

  /** Puts something else in the place of a stretch. */
  replace(start: number, end: number, inserted: string): void {
    const none = new Array<number>(inserted.length).fill(NEW);
    this.#splice(start, end, inserted, none, none);
  }

  /** Takes a stretch out and puts it in elsewhere, between two insertions; `to` counts in the text as it is before. */
  move(start: number, end: number, to: number, around: readonly [string, string]): void {
    if (to > start && to < end) return;
    const text = this.text.slice(start, end);
    const own = this.own.slice(start, end);
    const source = this.source.slice(start, end);
    this.#splice(start, end, '', [], []);
    const at = to >= end ? to - (end - start) : to;
    this.replace(at, at, around[0] + around[1]);
    this.#splice(at + around[0].length, at + around[0].length, text, own, source);
  }

  /** Puts a copy of a stretch in elsewhere. */
  copy(start: number, end: number, to: number, around: readonly [string, string]): void {
    const text = this.text.slice(start, end);
    const source = this.own.slice(start, end).map((own, i) => (own === NEW ? (this.source[start + i] ?? NEW) : own));
    this.replace(to, to, around[0] + around[1]);
    this.#splice(to + around[0].length, to + around[0].length, text, new Array<number>(text.length).fill(NEW), source);
  }

  /** Writes each code unit in another way; what it becomes is what it was. */
  rewrite(become: (unit: string, at: number) => string): void {
    let text = '';
    const own: number[] = [];
    const source: number[] = [];
    for (const [i, was] of this.own.entries()) {
      const units = become(this.text.charAt(i), i);
      text += units;
      own.push(...new Array<number>(units.length).fill(was));
      source.push(...new Array<number>(units.length).fill(this.source[i] ?? NEW));
    }
    this.text = text;
    this.own = own;
    this.source = source;
  }

  /** What is left of a span of the old text: from its first unit that is left to its last, and how many units there are. */
  left(old: Span): { readonly span: Span; readonly units: number } {
    let [start, end, units] = [-1, -1, 0];
    for (const [i, own] of this.own.entries()) {
      if (own < old.start || own >= old.end) continue;
      if (start < 0) start = i;
      end = i + 1;
      units++;
    }
    // A letter that was typed for its first or last one is what became of it.
    const isTyped = (at: number) =>
      this.own[at] === NEW && this.source[at] === NEW && /[a-z]/.test(this.text.charAt(at));
    for (let n = 0; units > 0 && n < 2 && isTyped(start - 1); n++) start--;
    for (let n = 0; units > 0 && n < 2 && isTyped(end); n++) end++;
    return { span: { start, end }, units };
  }

  /** Whether half of a span or more of this text was copied from within a span of the old text. */
  isCopy(span: Span, old: Span): boolean {
    const units = this.source.slice(span.start, span.end);
    return 2 * units.filter((source) => source >= old.start && source < old.end).length >= units.length;
  }

  #splice(start: number, end: number, text: string, own: readonly number[], source: readonly number[]): void {
    this.text = this.text.slice(0, start) + text + this.text.slice(end);
    this.own = [...this.own.slice(0, start), ...own, ...this.own.slice(end)];
    this.source = [...this.source.slice(0, start), ...source, ...this.source.slice(end)];
  }
}
