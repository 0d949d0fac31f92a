/* eslint-disable @typescript-eslint/no-non-null-assertion -- Tables are indexed by code units or by masked hashes. This is the hot path. */
import type { Addresses } from './addresses';
import { endsAt } from './bounds';
import { NON_JOINER, UnitBit, unitClasses, wordAt } from './characters';
import { FormFlag } from './form-keys';
import type { FormIndex } from './form-index';
import { Entry, Hashing } from './form-table';
import { GROUP_MASK, GROUP_SHIFT, SpecialKey } from './keys';
import { Joining, type Joined } from './particles';
import { behindDivision, spaceEnd } from './white-space';
import { cutGroup, NO_GROUP } from './word-cuts';

const { WORD, SPACE, SURROGATE } = UnitBit;
const { DROPPED, HYPHEN } = SpecialKey;
const { GOES_ON, ENDS_OUTSIDE_WORD, FORM_SHIFT } = Entry;
const { START, FACTOR, SPREAD } = Hashing;
const { JOINS, AFTER_LAM } = FormFlag;
const MASK = GROUP_MASK;
const SHIFT = GROUP_SHIFT;
const NOTHING = NO_GROUP;
const NON_JOINER_UNIT = NON_JOINER.charCodeAt(0);
/** The most line ends that may divide a mention by hyphens. */
const MOST_DIVISIONS = 3;

/**
 * Finds the longest form that begins at a place of a text.
 *
 * Reads the text word by word, and looks up a hash of all keys since the start at the end of each word. One look-up says whether a form
 * ends here, and whether a longer form may follow. The usual answer is neither.
 *
 * Hashes may collide. A form that is found by its hash therefore counts only if its own keys are those of the text; a beginning that is
 * found by a wrong hash only costs some time.
 */
export class FormSearch {
  /** The number of the form that `longestAt` found last. */
  found = -1;

  private readonly classes = unitClasses();
  private readonly wordKeys: Int32Array;
  private readonly folding: boolean;
  private text = '';
  private units: Uint16Array = new Uint16Array();
  private addresses: Addresses | null = null;
  private start = 0;
  private joined: Joined = Joining.NONE;
  private longest = -1;
  /** The place of the longest form among the keys of all forms. */
  private best = -1;

  constructor(readonly index: FormIndex) {
    this.wordKeys = index.keys.ofWords;
    this.folding = index.keys.folding;
  }

  /**
   * Sets the text that `longestAt` searches.
   * @param text composed
   * @param units of the text, with zeros behind them
   */
  open(text: string, units: Uint16Array, addresses: Addresses): void {
    this.text = text;
    this.units = units;
    this.addresses = addresses;
  }

  /**
   * The end of the longest form that begins at `start` in the text, or -1; sets `found`. Of an exact and a folding form with the same end
   * it finds the exact one.
   * @param joined the particles before the place in the same word, which not all forms allow
   */
  longestAt(start: number, joined: Joined): number {
    this.start = start;
    this.joined = joined;
    this.longest = -1;
    this.read(start, START, 0, false);
    return this.longest;
  }

  /**
   * Reads on from `at` and keeps the longest form in `longest`.
   * @param hash of the keys from the start to here
   * @param divisions how many line ends have divided the mention so far
   * @param midWord whether the word before goes on here
   */
  private read(from: number, hash: number, divisions: number, midWord: boolean): void {
    const { classes, wordKeys, text, units } = this;
    const { widestGap } = this.index;
    const keys = this.index.keys.table;
    const length = text.length;
    let at = from;
    let flags: number = GOES_ON;
    for (let inWord = midWord; ; inWord = false) {
      for (let gap = 0; at < length && !inWord;) {
        const unit = units[at]!;
        const bits = classes[unit]!;
        const key = keys[unit]!;
        if ((bits & SPACE) !== 0) {
          at = spaceEnd(classes, units, at);
          if (at < 0) return;
        } else if (key === DROPPED) at++;
        else if ((bits & WORD) !== 0 || ((bits & SURROGATE) !== 0 && wordAt(text, at))) break;
        else at++;
        if (key !== DROPPED) {
          if (++gap > widestGap) return;
          hash = Math.imul(hash ^ key, FACTOR);
        }
        if ((flags & ENDS_OUTSIDE_WORD) !== 0) this.lookUp(hash, at);
      }
      if (at >= length || (flags & GOES_ON) === 0) return;

      let group: number = NOTHING;
      for (; ; at++) {
        const unit = units[at]!;
        let key = wordKeys[unit]!;
        if (key === 0) break;
        if (key > 0) {
          // The table is unsure about this unit.
          if (unit === NON_JOINER_UNIT) this.lookUp(hash, at);
          key = this.index.keys.ofWordAt(text, at);
          if (key === 0) {
            if (keys[unit] === DROPPED && (classes[unit]! & WORD) !== 0) continue;
            break;
          }
          if (this.index.keys.more.size > 0) {
            if ((key & MASK) >> SHIFT !== group) {
              group = cutGroup(key, group);
              if (group < 0) break;
            }
            hash = this.withMore(Math.imul(hash ^ key, FACTOR), unit);
            continue;
          }
        }
        if ((key & MASK) >> SHIFT !== group) {
          group = cutGroup(key, group);
          if (group < 0) break;
        }
        hash = Math.imul(hash ^ key, FACTOR);
      }

      flags = this.lookUp(hash, at);
      if (this.folding && divisions < MOST_DIVISIONS && keys[units[at]!] === HYPHEN) {
        const next = behindDivision(text, units, at);
        if (next > 0) {
          this.read(next, hash, divisions + 1, true);
          if ((flags & GOES_ON) !== 0) this.read(next, Math.imul(hash ^ HYPHEN, FACTOR), divisions + 1, true);
        }
      }
      if ((flags & (GOES_ON | ENDS_OUTSIDE_WORD)) === 0) return;
    }
  }

  /** A hash with the further keys of a unit; see `Keys.more`. */
  private withMore(hash: number, unit: number): number {
    let all = hash;
    for (const key of this.index.keys.more.get(unit) ?? NO_KEYS) all = Math.imul(all ^ this.wordKeys[key]!, FACTOR);
    return all;
  }

  /** The flags of the hash of the text from the start to `end`. If it spells a form that may end there, this is the longest one so far. */
  private lookUp(hash: number, end: number): number {
    const { forms, table } = this.index;
    const { slots, mask, shift } = table;
    let said = 0;
    for (let slot = Math.imul(hash, SPREAD) >>> shift; slots[2 * slot + 1] !== 0; slot = (slot + 1) & mask) {
      if (slots[2 * slot] !== hash) continue;
      const entry = slots[2 * slot + 1]!;
      said |= entry & (GOES_ON | ENDS_OUTSIDE_WORD);
      const form = (entry >> FORM_SHIFT) - 1;
      if (form < 0 || end < this.longest) continue;
      if (end === this.longest && !forms.prefers(form, this.best)) continue;
      if (!this.fits(forms.flags(form)) || !forms.spell(form, this.text, this.units, this.start, end)) continue;
      if (end > this.longest && !this.mayEnd(end)) continue;
      this.best = form;
      this.longest = end;
      this.found = forms.numberOf(form);
    }
    return said;
  }

  /** Whether the particles before the mention are such as its form allows. */
  private fits(flags: number): boolean {
    if (this.joined === Joining.NONE) return (flags & AFTER_LAM) === 0;
    return (flags & JOINS) !== 0 || ((flags & AFTER_LAM) !== 0 && this.joined === Joining.LAM);
  }

  private mayEnd(end: number): boolean {
    const { classes, units, start } = this;
    // Between white space, as most mentions are, nothing more needs to be known.
    const isBehind = start === 0 || (classes[units[start - 1]!]! & SPACE) !== 0;
    if (isBehind && (classes[units[end]!]! & SPACE) !== 0 && units[end - 1] !== NON_JOINER_UNIT) return true;
    return endsAt(this.text, end) && this.addresses?.hide(this.start, end) !== true;
  }
}

const NO_KEYS: readonly number[] = [];
