/** A seeded generator of news-like text and of the names in it, so that every run measures the same input. */
import type { Form } from '../../src/core/match';

export interface BenchInput {
  readonly text: string;
  readonly forms: readonly Form[];
}

/**
 * Text of about so many code units and exactly so many different forms. Half of the forms occur in the text, frequent ones much more
 * often than rare ones, as words do in any language (Zipf's law); besides, the text has names that share words with forms.
 */
export function generate(length: number, formCount: number): BenchInput {
  const random = new Random(0x2545f491);
  const names = new Names(random);
  const forms = names.forms(formCount);
  const writer = new Writer(random, names, forms.slice(0, formCount / 2));
  const paragraphs: string[] = [];
  for (let written = 0; written < length;) {
    const paragraph = writer.paragraph();
    paragraphs.push(paragraph);
    written += paragraph.length + 2;
  }
  return { text: paragraphs.join('\n\n'), forms };
}

/** Marsaglia's xorshift: enough for texts, and the same on every machine. */
class Random {
  constructor(private state: number) {}

  /** At least 0 and less than 1. */
  next(): number {
    this.state ^= this.state << 13;
    this.state >>>= 0;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    this.state >>>= 0;
    return this.state / 2 ** 32;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('There is nothing to pick from.');
    return item;
  }

  /**
   * Picks early items more often than late ones, after the law of Zipf and Mandelbrot: the n-th as often as 1 / (n + flatness).
   * So the logarithm is what is even.
   */
  pickFrequent<T>(items: readonly T[], flatness: number): T {
    const least = 1 + flatness;
    const place = Math.floor(least * Math.exp(this.next() * Math.log((items.length + least) / least)) - least);
    return items[place] ?? this.pick(items);
  }

  syllables(least: number, most: number): string {
    let word = '';
    const count = least + this.below(most - least + 1);
    for (let i = 0; i < count; i++) word += this.pick(ONSETS) + this.pick(VOWELS) + this.pick(CODAS);
    return word;
  }
}

const ONSETS = 'b c d f g h j k l m n p r s t v w z st tr br kr gl sh ch th'.split(' ');
const VOWELS = 'a a e e i i o o u ou ea ai'.split(' ');
const CODAS = ['', '', '', '', '', 'n', 'r', 's', 't', 'l', 'm', 'nd', 'ck'];
const ENDINGS = ['', '', '', 's', 'ed', 'ing', 'ly', 'er', 'al', 'tion'];
const SMALL_WORDS =
  'the of to and a in that is was for on with as it by at from he be this are have has had not but they his an were which been'.split(
    ' ',
  );
const ACCENTS: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ö', u: 'ü', c: 'č', s: 'š' };
const PLACE_PREFIXES = ['New', 'South', 'North', 'Port', 'San', 'Great'];
const BODIES = ['Ministry of', 'Bank of', 'University of', 'Army of', 'Department of', 'Council for'];
const BODY_ENDINGS = ['Group', 'Inc.', 'Brigade', 'Party', 'Movement', 'Front', 'Agency'];

class Names {
  private readonly given: readonly string[];
  private readonly family: readonly string[];
  private readonly places: readonly string[];

  constructor(private readonly random: Random) {
    this.given = this.many(1500, () => this.name());
    this.family = this.many(14_000, () => this.familyName());
    this.places = this.many(6000, () =>
      random.chance(0.75) ? this.name() : `${random.pick(PLACE_PREFIXES)} ${this.name()}`,
    );
  }

  forms(count: number): Form[] {
    const texts = new Set<string>();
    while (texts.size < count) texts.add(this.form());
    return [...texts].map((text, entity) => ({ text, entity }));
  }

  person(): string {
    return `${this.random.pickFrequent(this.given, 3)} ${this.random.pickFrequent(this.family, 5)}`;
  }

  name(): string {
    const word = this.random.syllables(1, 3);
    const accented = this.random.chance(0.06)
      ? word.replace(/[aeioucs](?=.)/, (letter) => ACCENTS[letter] ?? letter)
      : word;
    return capitalize(accented.length > 1 ? accented : `${accented}ra`);
  }

  private familyName(): string {
    const kind = this.random.next();
    if (kind < 0.08) return `al-${this.name()}`;
    if (kind < 0.1) return `O’${this.name()}`;
    if (kind < 0.13) return `${this.name()}-${this.name()}`;
    return this.name();
  }

  private form(): string {
    const { random } = this;
    const family = random.pick(this.family);
    const place = random.pick(this.places);
    const kind = random.below(12);
    if (kind < 4) return `${random.pick(this.given)} ${family}`;
    if (kind === 4) return family;
    if (kind === 5) return `${random.pick(this.given)} ${random.pick(this.given)} ${family}`;
    if (kind === 6) return `${family.charAt(0).toUpperCase()}. ${family}`;
    if (kind === 7) return `${random.pick(BODIES)} ${place}`;
    if (kind === 8) return `${this.name()} ${random.pick(BODY_ENDINGS)}`;
    if (kind === 9) return this.name().slice(0, 5).toUpperCase();
    return place;
  }

  private many(count: number, make: () => string): string[] {
    const made = new Set<string>();
    while (made.size < count) made.add(make());
    return [...made];
  }
}

class Writer {
  private readonly vocabulary: readonly string[];

  constructor(
    private readonly random: Random,
    private readonly names: Names,
    private readonly mentioned: readonly Form[],
  ) {
    const words = new Set(SMALL_WORDS);
    while (words.size < 40_000) words.add(random.syllables(1, 3) + random.pick(ENDINGS));
    this.vocabulary = [...words];
  }

  paragraph(): string {
    return Array.from({ length: 2 + this.random.below(5) }, () => this.sentence()).join(' ');
  }

  private sentence(): string {
    const { random } = this;
    const words = Array.from({ length: 8 + random.below(24) }, () => this.word() + (random.chance(0.07) ? ',' : ''));
    const sentence = capitalize(words.join(random.chance(0.02) ? ' — ' : ' '));
    return random.chance(0.1) ? `“${sentence},” he said.` : `${sentence}.`;
  }

  private word(): string {
    const { random, names } = this;
    const kind = random.next();
    if (kind < 0.036) return random.pickFrequent(this.mentioned, 10).text + (random.chance(0.1) ? '’s' : '');
    if (kind < 0.046) return random.chance(0.5) ? names.person() : names.name();
    if (kind < 0.058) return String(1950 + random.below(76));
    return random.pickFrequent(this.vocabulary, 2.5);
  }
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
