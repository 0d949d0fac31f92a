/* eslint-disable @typescript-eslint/no-non-null-assertion -- Pools are read at places they have made themselves. This is the hot path. */
import { UnitBit, unitClasses } from './characters';
import { exactKeys, foldingKeys, type Keys, SpecialKey } from './keys';
import { behindDivision, spaceEnd } from './white-space';

const { SPACE } = UnitBit;
const { DROPPED, HYPHEN } = SpecialKey;

/**
 * Each form has two units before its keys: the lower and the upper half of its number. The upper half also holds the flags of the form.
 * Behind the keys stands a zero.
 */
const HEAD = 2;

/** What a form asks for where it is found. */
export const FormFlag = {
  /** Case and diacritics are ignored. */
  FOLDS: 0x8000,
  /** Particles may stand before it in the same word. */
  JOINS: 0x4000,
  /** It is found behind the Arabic particle "ل" alone, which swallows the first letter of the article. */
  AFTER_LAM: 0x2000,
} as const;
const { FOLDS } = FormFlag;
const FLAGS = 0xe000;

/**
 * The keys of many forms, to compare texts with. All lie in one array, each beside the form's number and its flag, so that the processor
 * fetches one place of memory for each form. A form is identified by its place in the array.
 */
export class FormKeys {
  /** The place of the next form. */
  next = 0;
  private pool: Uint16Array;
  private readonly classes = unitClasses();
  private readonly exact: Keys = exactKeys();
  private readonly folding: Keys;

  /**
   * @param forms the number of forms, at most
   * @param units the number of their code units together, about
   * @param folding whether any of them folds
   */
  constructor(forms: number, units: number, folding: boolean) {
    this.pool = new Uint16Array(forms * (HEAD + 1) + units);
    this.folding = folding ? foldingKeys() : this.exact;
  }

  /**
   * Writes a form to the next place, which stays the next place until `keep` is called. Returns the number of its keys.
   * @param flags of `FormFlag`
   */
  write(text: string, number: number, flags: number): number {
    const { classes, next } = this;
    const { table: keys, more } = (flags & FOLDS) !== 0 ? this.folding : this.exact;
    const room = next + HEAD + MOST_KEYS * text.length + 1;
    if (room > this.pool.length) this.grow(room);
    const { pool } = this;
    pool[next] = number & 0xffff;
    pool[next + 1] = (number >> 16) | flags;
    let end = next + HEAD;
    let inSpace = false;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const space = (classes[unit]! & SPACE) !== 0;
      if (keys[unit] !== DROPPED && !(space && inSpace)) pool[end++] = keys[unit]!;
      for (const key of more.get(unit) ?? NONE) pool[end++] = key;
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
    return this.pool[form]! | ((this.pool[form + 1]! & ~FLAGS) << 16);
  }

  /** The flags of a form; see `FormFlag`. */
  flags(form: number): number {
    return this.pool[form + 1]! & FLAGS;
  }

  alike(a: number, b: number): boolean {
    if (this.flags(a) !== this.flags(b)) return false;
    const { pool } = this;
    for (let i = HEAD; ; i++) {
      if (pool[a + i] !== pool[b + i]) return false;
      if (pool[a + i] === DROPPED) return true;
    }
  }

  /**
   * Which of two forms of one stretch is mentioned: the exact one; the one that needs no particle; the one with more of the hyphens and the
   * white space of a divided word; the one that was added first.
   */
  prefers(a: number, b: number): boolean {
    const demands = (form: number) => this.flags(form) & (FOLDS | FormFlag.AFTER_LAM);
    if (demands(a) !== demands(b)) return demands(a) < demands(b);
    if (this.lengthOf(a) !== this.lengthOf(b)) return this.lengthOf(a) > this.lengthOf(b);
    return this.numberOf(a) < this.numberOf(b);
  }

  private lengthOf(form: number): number {
    return this.pool.indexOf(DROPPED, form + HEAD) - form - HEAD;
  }

  /** Whether a stretch of text has the keys of a form. A folding form may be divided by a hyphen at a line end. */
  spell(form: number, text: string, units: Uint16Array, start: number, end: number): boolean {
    const { classes, pool } = this;
    const folds = (this.flags(form) & FOLDS) !== 0;
    const { table: keys, more } = folds ? this.folding : this.exact;
    let expected = form + HEAD;
    for (let at = start; at < end;) {
      const unit = units[at]!;
      const key = keys[unit]!;
      if (folds && key === HYPHEN) {
        const next = at > start ? behindDivision(text, units, at) : -1;
        if (next > 0 && (pool[expected] !== HYPHEN || pool[expected + 1] !== SPACE_KEY)) {
          if (pool[expected] === HYPHEN) expected++;
          at = next;
          continue;
        }
      }
      at = (classes[unit]! & SPACE) === 0 ? at + 1 : spaceEnd(classes, units, at);
      // Behind the form stands a zero, which is no key of a text, so a longer text does not fit.
      if (key !== DROPPED && pool[expected++] !== key) return false;
      if (unit <= ASCII) continue;
      for (const next of more.get(unit) ?? NONE) if (pool[expected++] !== next) return false;
    }
    return pool[expected] === DROPPED;
  }

  private grow(least: number): void {
    const more = new Uint16Array(Math.max(least, this.pool.length * 2));
    more.set(this.pool);
    this.pool = more;
  }
}

/** The most keys of one unit: a ligature of three letters, or an Arabic word that is one character. */
const MOST_KEYS = 4;
const NONE: readonly number[] = [];
const ASCII = 0x7f;
const SPACE_KEY: number = SpecialKey.SPACE;
