/* eslint-disable @typescript-eslint/no-non-null-assertion -- Pools are read at places they have made themselves. This is the hot path. */
import { UnitBit, unitClasses } from './characters';
import { exactKeys, foldingKeys, SpecialKey } from './keys';
import { spaceEnd } from './white-space';

const { SPACE } = UnitBit;
const { DROPPED } = SpecialKey;

/**
 * Each form has two units before its keys: the lower and the upper half of its number. The upper half also holds the flag `FOLDS`. Behind
 * the keys stands a zero.
 */
const HEAD = 2;
const FOLDS = 0x8000;

/**
 * The keys of many forms, to compare texts with. All lie in one array, each beside the form's number and its flag, so that the processor
 * fetches one place of memory for each form. A form is identified by its place in the array.
 */
export class FormKeys {
  /** The place of the next form. */
  next = 0;
  private pool: Uint16Array;
  private readonly classes = unitClasses();
  private readonly exact = exactKeys().table;
  private readonly folding: Uint16Array;

  /**
   * @param forms the number of forms, at most
   * @param units the number of their code units together, about
   * @param folding whether any of them folds
   */
  constructor(forms: number, units: number, folding: boolean) {
    this.pool = new Uint16Array(forms * (HEAD + 1) + units);
    this.folding = folding ? foldingKeys().table : this.exact;
  }

  /** Writes a form to the next place, which stays the next place until `keep` is called. Returns the number of its keys. */
  write(text: string, number: number, fold: boolean): number {
    const { classes, next } = this;
    const keys = fold ? this.folding : this.exact;
    if (next + HEAD + text.length >= this.pool.length) this.grow(next + HEAD + text.length + 1);
    const { pool } = this;
    pool[next] = number & 0xffff;
    pool[next + 1] = (number >> 16) | (fold ? FOLDS : 0);
    let end = next + HEAD;
    let inSpace = false;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const space = (classes[unit]! & SPACE) !== 0;
      if (keys[unit] !== DROPPED && !(space && inSpace)) pool[end++] = keys[unit]!;
      inSpace = space;
    }
    pool[end] = DROPPED;
    return end - next - HEAD;
  }

  /** Keeps the form that was written last. */
  keep(length: number): void {
    this.next += HEAD + length + 1;
  }

  numberOf(form: number): number {
    return this.pool[form]! | ((this.pool[form + 1]! & ~FOLDS) << 16);
  }

  folds(form: number): boolean {
    return (this.pool[form + 1]! & FOLDS) !== 0;
  }

  alike(a: number, b: number): boolean {
    if (this.folds(a) !== this.folds(b)) return false;
    const { pool } = this;
    for (let i = HEAD; ; i++) {
      if (pool[a + i] !== pool[b + i]) return false;
      if (pool[a + i] === DROPPED) return true;
    }
  }

  /** Whether a stretch of text has the keys of a form. */
  spell(form: number, units: Uint16Array, start: number, end: number): boolean {
    const { classes, pool } = this;
    const keys = this.folds(form) ? this.folding : this.exact;
    let expected = form + HEAD;
    for (let at = start; at < end;) {
      const unit = units[at]!;
      const key = keys[unit]!;
      at = (classes[unit]! & SPACE) === 0 ? at + 1 : spaceEnd(classes, units, at);
      // Behind the form stands a zero, which is no key of a text, so a longer text does not fit.
      if (key !== DROPPED && pool[expected++] !== key) return false;
    }
    return pool[expected] === DROPPED;
  }

  private grow(least: number): void {
    const more = new Uint16Array(Math.max(least, this.pool.length * 2));
    more.set(this.pool);
    this.pool = more;
  }
}
