import { unitClasses, UnitBit } from './characters';

const { WORD, ATTACHED, SURROGATE } = UnitBit;

/** How many units of a run without white space are looked at: longer addresses are data. */
export const LONGEST_ADDRESS = 2048;

/**
 * The addresses in a text: of pages, of mail, of sites. A name inside one is part of a label, and no mention. They are looked for near the
 * places of names only, as most texts have few.
 */
export class Addresses {
  private readonly classes = unitClasses();
  /** The run that was looked at last, and the addresses in it. */
  private from = 0;
  private to = 0;
  private found: readonly (readonly [from: number, to: number])[] = [];

  /** @param text composed */
  constructor(private readonly text: string) {}

  /** Whether a mention would lie within an address, in whole or in part. A name that is an address itself may. */
  hide(start: number, end: number): boolean {
    const { text } = this;
    const alone = !this.inRun(start - 1) && !(this.inRun(end) && this.inRun(end + 1));
    if (alone && text.charCodeAt(end) !== AT) return false;
    if (!this.touches(start, start, end) && !this.touches(end - 1, start, end)) return false;
    const whole = !/[\w-]/.test(text.charAt(start - 1)) && !GOES_ON.test(text.slice(end, end + 2));
    return !whole || !isAddress(text.slice(start, end));
  }

  /** Whether one of the addresses of the run around a place overlaps a stretch. */
  private touches(place: number, start: number, end: number): boolean {
    if (place < this.from || place >= this.to) this.look(place);
    return this.found.some(([from, to]) => from < end && start < to);
  }

  private look(place: number): void {
    let from = place;
    while (from > 0 && place - from <= LONGEST_ADDRESS && this.inRun(from - 1)) from--;
    let to = place + 1;
    while (to - from < LONGEST_ADDRESS && this.inRun(to)) to++;
    this.from = from;
    this.to = to;
    const run = place - from > LONGEST_ADDRESS ? '' : this.text.slice(from, to);
    this.found = HINT.test(run) ? addressesIn(run).map(([a, b]) => [from + a, from + b] as const) : [];
  }

  private inRun(at: number): boolean {
    const unit = this.text.charCodeAt(at);
    if (!(unit > 0x7f)) return unit > 0x20 && !STOPS.has(unit);
    return ((this.classes[unit] ?? 0) & (WORD | ATTACHED | SURROGATE)) !== 0 || unit === EN_DASH || unit === APOSTROPHE;
  }
}

const AT = 0x40;
const EN_DASH = 0x2013;
const APOSTROPHE = 0x2019;
const STOPS = new Set(Array.from('<>"`[]{}|\\^\x7f', (stop) => stop.charCodeAt(0)));
const HINT = /:\/\/|www\.|@|[a-z0-9-]\.[a-z]{2}|mailto:/i;

// Behind a Latin letter or a digit a letter of another script ends an address, as in "https://example.org를". Elsewhere it may hold any.
const LATIN = "[\\p{Script=Latin}\\p{M}\\p{N}!#-'*-/:;=?@_~–’]";
const REST = `(?:${LATIN}|\\(${LATIN}*\\))*(?:(?<![\\p{Script=Latin}\\p{N}])(?:[^()]|\\([^()]*\\))*)?`;
const DOMAIN = 'com|org|net|edu|gov|mil|int|info|biz';
const KINDS = [
  new RegExp(`(?<![a-z0-9])(?:[a-z][a-z0-9+.-]{0,15}://|www\\.)${REST}`, 'giu'),
  /(?<![\w.%+-])[\w.%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi,
  new RegExp(`(?<![\\w.@-])[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:${DOMAIN})(?![\\w-])(?:[/:?#]${REST})?`, 'gu'),
  // Of sites with other endings only those with a path are sure to be addresses, and "Node.js/Express" is none.
  new RegExp(`(?<![\\w.@-])[\\w-]+(?:\\.[\\w-]+)*\\.(?:${DOMAIN}|(?!js|ts)[a-z]{2})/${REST}`, 'gu'),
];

function addressesIn(run: string): [from: number, to: number][] {
  return KINDS.flatMap((kind) =>
    Array.from(run.matchAll(kind), ({ index, 0: all }): [number, number] => [index, index + all.length]),
  );
}

function isAddress(text: string): boolean {
  return /:\/\/|\S@\S|^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{Ll}{2,}(?:$|\/)/u.test(text);
}

/** What stands behind a site's name where that is another site. */
const GOES_ON = /^(?:[\w-]|\.[\w-])/;
