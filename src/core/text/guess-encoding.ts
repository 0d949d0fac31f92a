import { decodeAs } from './encodings';

/** An encoding, and the characters that texts in it have most of. */
interface Candidate {
  readonly name: string;
  readonly usual: RegExp;
  /** How much of the characters beyond ASCII they make up at least. Read in a wrong encoding, texts have far less of them. */
  readonly share: number;
  /** How many of them there are at least for a letter of ASCII: accents of Latin texts could pass for letters of another script. */
  readonly density: number;
}

/** The commonest letters of a language are more than half of its letters, and the commonest words of Chinese a tenth. */
const CANDIDATES: readonly Candidate[] = [
  { name: 'shift_jis', usual: /[ぁ-んァ-ヶー、。]/g, share: 0.3, density: 0 },
  { name: 'euc-jp', usual: /[ぁ-んァ-ヶー、。]/g, share: 0.3, density: 0 },
  { name: 'euc-kr', usual: /[가-힣]/g, share: 0.8, density: 0 },
  { name: 'gb18030', usual: /[的，。、一是不了人在有我他这中]/g, share: 0.08, density: 0 },
  { name: 'big5', usual: /[的，。、一是不了人在有我他這中]/g, share: 0.08, density: 0 },
  { name: 'windows-1251', usual: /[оеаинтсрві]/g, share: 0.45, density: 0.4 },
  { name: 'koi8-r', usual: /[оеаинтсрв]/g, share: 0.45, density: 0.4 },
  { name: 'windows-1253', usual: /[αοιετσνηρςάόίέή]/g, share: 0.45, density: 0.4 },
  { name: 'windows-1255', usual: /[יוהלאתרמבש]/g, share: 0.45, density: 0.4 },
  { name: 'windows-1256', usual: /[الينمرتوبه]/g, share: 0.45, density: 0.4 },
];

/** In bytes. More is not looked at to weigh the characters. */
const SAMPLE = 200_000;

/** Fewer characters beyond ASCII show no habit. */
const FEW = 20;

/**
 * The encoding that a file is probably in, for a person to confirm; null where none has to be stated: it is UTF-8, or a byte order mark
 * says what it is, or it is no text. The encodings of scripts other than Latin are told by their commonest characters; what shows none of
 * these habits is taken for `windows-1252`, as most old texts are.
 */
export function guessEncoding(bytes: Uint8Array): string | null {
  if (decodeAs(bytes) !== null || decodeAs(bytes, LATIN) === null) return null;
  // A character may be cut off at the end, so the sample ends with a line.
  const end = bytes.length <= SAMPLE ? bytes.length : bytes.lastIndexOf(10, SAMPLE) + 1 || SAMPLE;
  const sample = bytes.subarray(0, end);
  const latin = sample.filter((byte) => (byte | 32) >= 97 && (byte | 32) <= 122).length;
  let [best, most] = [LATIN, 1];
  for (const { name, usual, share, density } of CANDIDATES) {
    const text = decodeAs(sample, name) ?? '';
    const beyond = text.match(/[^\0-\x7f]/g)?.length ?? 0;
    const enough = beyond >= FEW && beyond >= density * latin;
    const ratio = !enough ? 0 : (text.match(usual)?.length ?? 0) / beyond / share;
    if (ratio > most) [best, most] = [name, ratio];
  }
  return decodeAs(bytes, best) === null ? LATIN : best;
}

const LATIN = 'windows-1252';
