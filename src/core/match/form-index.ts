/**
 * An index of forms that answers: which is the longest form that begins at this place of the text?
 *
 * The text is read word by word, and a hash of all keys since the start is looked up at each word's end. The table holds two kinds
 * of entries: hashes of whole forms, and hashes of the beginnings of longer forms, cut at each word end. So one look-up for each word
 * says whether a form ends here, whether it is worth to read on, or whether no form goes on like this, which is the usual answer.
 * For "Tehran’s New Scheme", the table holds "Tehran", "Tehran's" and "Tehran's New" as beginnings, and the whole.
 *
 * Hashes may collide: a form found by its hash is compared with the text before it counts, and a wrong beginning costs some time only.
 */
/* eslint-disable @typescript-eslint/no-non-null-assertion --
   Tables are indexed by code units or by masked hashes, and pools by offsets they have made themselves. This is the hot path. */
import { attachedAt, UnitBit, unitClasses, wordAt } from './characters';
import { type Keys, SpecialKey } from './keys';

const { WORD, SPACE, LINE_END, SURROGATE } = UnitBit;
const { DROPPED } = SpecialKey;

// What the table says of a hash, in the low bits of an entry. The bits above hold the number of a form plus one, or zero.
/** Some longer form goes on to the end of another word. */
const GOES_ON = 1;
/** Some longer form ends after the next word end, on a character that is not of a word: "Tehran!" */
const ENDS_OUTSIDE_WORD = 2;
/** Tells an entry from an empty slot. */
const USED = 4;
const FORM_SHIFT = 3;

// The constants of FNV-1a, taken over 16-bit keys, and the golden ratio to spread hashes over the table (Fibonacci hashing).
const HASH_START = 0x811c9dc5 | 0;
const HASH_FACTOR = 0x01000193;
const SPREAD = 0x9e3779b1 | 0;

/**
 * Most words of a text begin no form, and their opening tells so without reading them to the end: the keys of this many units,
 * of which those behind the word's end count as none. A filter holds the openings of all forms.
 */
const OPENING = 4;
const OPENING_FACTORS = [0x9e3779b1 | 0, 0x85ebca6b | 0, 0xc2b2ae35 | 0, 0x27d4eb2f | 0] as const;
const UNKNOWN_OPENING = -1;
/** The filter has 2 to the power of so many bytes: some for each form, but not more than fit into a processor's nearer cache. */
const FILTER_BITS = { perForm: 3, least: 8, most: 18 };

export class FormIndex {
  /** How many different forms there are. They are numbered from 0. */
  count = 0;
  /** The number of keys of the longest form: no mention is made of more characters. */
  longest = 0;
  /** The form that `longestAt` has found. */
  found = -1;

  /** The keys that forms begin with. */
  readonly firstKeys = new Set<number>();

  private readonly classes = unitClasses();
  private readonly keys: Uint16Array;

  /** The keys of all forms, one form after the other; form `f` has those from `offsets[f]` to `offsets[f + 1]`. */
  private readonly pool: Uint16Array;
  private readonly offsets: Int32Array;
  /** The most keys between two words of a form, or after the last one: a longer gap in the text ends the search. */
  private widestGap = 0;

  /** An open-addressing hash table: slot `s` holds a hash at `2 * s` and its entry after it. */
  private table: Int32Array;
  private mask: number;
  private shift: number;
  private used = 0;

  private readonly openings: Uint8Array;
  private readonly openingShift: number;

  /**
   * @param keys what compares alike
   * @param forms how many forms will be added at most
   * @param units how many code units they have together
   */
  constructor(keys: Keys, forms: number, units: number) {
    this.keys = keys.table;
    this.pool = new Uint16Array(units);
    this.offsets = new Int32Array(forms + 1);
    const bits = Math.max(4, Math.ceil(Math.log2(forms * 3 + 1)));
    this.table = new Int32Array(2 << bits);
    this.mask = (1 << bits) - 1;
    this.shift = 32 - bits;
    const { perForm, least, most } = FILTER_BITS;
    const filterBits = Math.min(most, Math.max(least, Math.ceil(Math.log2(forms + 1)) + perForm));
    this.openings = new Uint8Array(1 << filterBits);
    this.openingShift = 32 - filterBits;
  }

  /**
   * Adds a form and returns its number, which is that of an earlier form if the two are alike.
   * @param text settled, trimmed, with a word character, and not beginning with an attached one
   */
  add(text: string): number {
    const { classes, keys, pool, offsets, count: form } = this;
    const start = offsets[form]!;
    let end = start;
    let hash = HASH_START;
    let hashAtWordEnd = 0;
    let pastWord = false;
    let inWord = false;
    let gap = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const bits = classes[unit]!;
      const key = keys[unit]!;
      if (key === DROPPED || ((bits & SPACE) !== 0 && (classes[text.charCodeAt(i - 1)]! & SPACE) !== 0)) continue;
      const word = (bits & SURROGATE) === 0 ? (bits & WORD) !== 0 : wordAt(text, i);
      if (inWord && !word) {
        pastWord = true;
        hashAtWordEnd = hash;
        gap = 0;
      }
      if (!word && ++gap > this.widestGap) this.widestGap = gap;
      if (word && !inWord && pastWord) this.enter(hashAtWordEnd, GOES_ON, -1);
      inWord = word;
      hash = mix(hash, key);
      pool[end++] = key;
    }
    offsets[form + 1] = end;
    const known = this.enter(hash, 0, form);
    if (known !== form) return known;
    if (!inWord) this.enter(hashAtWordEnd, ENDS_OUTSIDE_WORD, -1);
    this.longest = Math.max(this.longest, end - start);
    this.enterOpening(start, end);
    this.count++;
    return form;
  }

  /** Enters what is said of a hash into the table. Returns the form's number, or that of the like one that is there already. */
  private enter(hash: number, flags: number, form: number): number {
    if (this.used * 2 > this.mask) this.grow();
    const { table, mask } = this;
    const entry = ((form + 1) << FORM_SHIFT) | USED | flags;
    for (let slot = this.slotOf(hash); ; slot = (slot + 1) & mask) {
      const old = table[2 * slot + 1]!;
      if (old === 0) {
        table[2 * slot] = hash;
        table[2 * slot + 1] = entry;
        this.used++;
        return form;
      }
      if (table[2 * slot] !== hash) continue;
      const oldForm = (old >> FORM_SHIFT) - 1;
      if (form < 0 || oldForm < 0) {
        table[2 * slot + 1] = old | entry;
        return form;
      }
      if (this.alike(oldForm, form)) return oldForm;
    }
  }

  private slotOf(hash: number): number {
    return Math.imul(hash, SPREAD) >>> this.shift;
  }

  private grow(): void {
    const old = this.table;
    this.table = new Int32Array(old.length * 2);
    this.mask = this.mask * 2 + 1;
    this.shift--;
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue;
      let slot = this.slotOf(old[from]!);
      while (this.table[2 * slot + 1] !== 0) slot = (slot + 1) & this.mask;
      this.table[2 * slot] = old[from]!;
      this.table[2 * slot + 1] = old[from + 1]!;
    }
  }

  private alike(a: number, b: number): boolean {
    const { pool, offsets } = this;
    const length = offsets[a + 1]! - offsets[a]!;
    if (length !== offsets[b + 1]! - offsets[b]!) return false;
    for (let i = 0; i < length; i++) if (pool[offsets[a]! + i] !== pool[offsets[b]! + i]) return false;
    return true;
  }

  private enterOpening(start: number, end: number): void {
    const { pool, openings, openingShift } = this;
    const opening = pool.subarray(start, Math.min(end, start + OPENING));
    const text = String.fromCharCode(...opening).padEnd(OPENING);
    openings[this.openingAt(text, 0) >>> openingShift] = 1;
    this.firstKeys.add(pool[start]!);
  }

  /** Whether a form may begin at a place. Says no to most places where none does, if asked where the unit's key is in `firstKeys`. */
  mayBegin(text: string, start: number): boolean {
    if (start + OPENING > text.length) return true;
    const opening = this.openingAt(text, start);
    return opening === UNKNOWN_OPENING || this.openings[opening >>> this.openingShift] !== 0;
  }

  /** A hash of the opening. A dropped unit brings others nearer to the start, so that it remains unknown. */
  private openingAt(text: string, start: number): number {
    const { classes, keys } = this;
    const second = text.charCodeAt(start + 1);
    const third = text.charCodeAt(start + 2);
    const fourth = text.charCodeAt(start + 3);
    if (keys[second] === DROPPED || keys[third] === DROPPED || keys[fourth] === DROPPED) return UNKNOWN_OPENING;
    // All ones within the first word, and zero behind it: these decide without a branch, which the processor could not foresee.
    const inWord2 = -(classes[second]! & WORD);
    const inWord3 = inWord2 & -(classes[third]! & WORD);
    const inWord4 = inWord3 & -(classes[fourth]! & WORD);
    return (
      Math.imul(keys[text.charCodeAt(start)]!, OPENING_FACTORS[0]) ^
      Math.imul(keys[second]! & inWord2, OPENING_FACTORS[1]) ^
      Math.imul(keys[third]! & inWord3, OPENING_FACTORS[2]) ^
      Math.imul(keys[fourth]! & inWord4, OPENING_FACTORS[3])
    );
  }

  /** The end of the longest form that begins at `start` in a settled text, or -1. The form is left in `found`. */
  longestAt(text: string, start: number): number {
    const { classes, keys, table, mask, shift, widestGap } = this;
    const length = text.length;
    let longest = -1;
    let at = start;
    let hash = HASH_START;
    let flags = GOES_ON;
    for (;;) {
      for (let gap = 0; at < length;) {
        const unit = text.charCodeAt(at);
        const bits = classes[unit]!;
        const key = keys[unit]!;
        if ((bits & SPACE) !== 0) {
          at = spaceEnd(text, classes, at);
          if (at < 0) return longest;
        } else if (key === DROPPED) at++;
        else if ((bits & WORD) !== 0 || ((bits & SURROGATE) !== 0 && wordAt(text, at))) break;
        else at++;
        if (key !== DROPPED) {
          if (++gap > widestGap) return longest;
          hash = mix(hash, key);
        }
        if ((flags & ENDS_OUTSIDE_WORD) !== 0 && mayEnd(text, at) && this.findForm(text, start, at, hash)) longest = at;
      }
      if (at >= length || (flags & GOES_ON) === 0) return longest;

      for (; at < length; at++) {
        const unit = text.charCodeAt(at);
        const bits = classes[unit]!;
        if ((bits & WORD) === 0 && ((bits & SURROGATE) === 0 || !wordAt(text, at))) break;
        const key = keys[unit]!;
        if (key !== DROPPED) hash = mix(hash, key);
      }

      flags = 0;
      for (let slot = Math.imul(hash, SPREAD) >>> shift; table[2 * slot + 1] !== 0; slot = (slot + 1) & mask) {
        if (table[2 * slot] !== hash) continue;
        const entry = table[2 * slot + 1]!;
        flags |= entry & (GOES_ON | ENDS_OUTSIDE_WORD);
        if (entry >> FORM_SHIFT !== 0 && this.spells(text, start, at, (entry >> FORM_SHIFT) - 1)) {
          longest = at;
          this.found = (entry >> FORM_SHIFT) - 1;
        }
      }
      if (flags === 0) return longest;
    }
  }

  private findForm(text: string, start: number, end: number, hash: number): boolean {
    const { table, mask } = this;
    for (let slot = this.slotOf(hash); table[2 * slot + 1] !== 0; slot = (slot + 1) & mask) {
      if (table[2 * slot] !== hash) continue;
      const form = (table[2 * slot + 1]! >> FORM_SHIFT) - 1;
      if (form < 0 || !this.spells(text, start, end, form)) continue;
      this.found = form;
      return true;
    }
    return false;
  }

  /** Whether a stretch of text has the keys of a form. */
  private spells(text: string, start: number, end: number, form: number): boolean {
    const { classes, keys, pool, offsets } = this;
    const formEnd = offsets[form + 1]!;
    let expected = offsets[form]!;
    for (let at = start; at < end;) {
      const unit = text.charCodeAt(at);
      const key = keys[unit]!;
      at = (classes[unit]! & SPACE) === 0 ? at + 1 : spaceEnd(text, classes, at);
      if (key === DROPPED) continue;
      if (expected === formEnd || pool[expected++] !== key) return false;
    }
    return expected === formEnd;
  }
}

/** The end of the run of white space at `start`, or -1 if it holds a blank line, which no name crosses. */
function spaceEnd(text: string, classes: Uint8Array, start: number): number {
  let lineEnds = 0;
  let end = start;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    const bits = classes[unit]!;
    if ((bits & SPACE) === 0) break;
    if ((bits & LINE_END) !== 0 && !(unit === LF && end > start && text.charCodeAt(end - 1) === CR)) lineEnds++;
  }
  return lineEnds > 1 ? -1 : end;
}

/** Whether a mention may end at a place, as far as what follows is concerned. A dropped mark may be the start of a word. */
function mayEnd(text: string, at: number): boolean {
  return !attachedAt(text, at) && !(wordAt(text, at) && wordAt(text, at - 1));
}

const LF = 0x0a;
const CR = 0x0d;

function mix(hash: number, key: number): number {
  return Math.imul(hash ^ key, HASH_FACTOR);
}
