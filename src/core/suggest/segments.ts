/** One sound of a name word, as its letters show it: `kh` and `a` of `Khalid`. */
export interface Segment {
  /**
   * The sound's name in the tables of costs. Vowels are `a e i o u`, in capitals where they are written long (`A` for `aa`, `I` for
   * `ee`, `U` for `ou`). Consonants are spelled as in English transliterations: `k q kh gh dh th sh …`; `c2` is `c` before `e i y`.
   */
  readonly sound: string;
  readonly vowel: boolean;
}

/**
 * Splits a name word into its sounds. Several letters that transliterate one are one sound (`kh`, `sch`, `tz`), and so are double
 * consonants. A mark changes the sound of its letter (`ş`, `ā`). Apostrophes are ignored, as transliterations use and omit them alike.
 */
export function segmentsOf(word: string): readonly Segment[] {
  const letters = plainLetters(word);
  const segments: Segment[] = [];
  let at = 0;
  while (at < letters.length) {
    const spelling = SPELLINGS.find(({ letters: spelled }) => letters.startsWith(spelled, at));
    const end = at + (spelling?.letters.length ?? 1);
    for (const sound of spelling?.sounds ?? soundOf(letters, at, segments.at(-1))) put(segments, sound);
    at = end;
  }
  return segments;
}

/** The word in lower case, without apostrophes, and without marks that do not change a sound. */
export function plainLetters(word: string): string {
  const marked = word
    .normalize('NFC')
    .toLowerCase()
    .replace(SPECIAL_LETTERS, (letter) => SPECIAL[letter] ?? letter);
  return (
    marked
      .normalize('NFD')
      // Private-use letters stand for `ş ç ğ` and the Slavic `ž`, and so keep their marks.
      .replace(/[^\p{L}\p{N}\ue000-\ue004]+/gu, '')
      .replace(/([^aeiou])\1+/g, '$1')
  );
}

/** The word in lower case with letters of the alphabet alone: without any mark, and without letters of one language. */
export function bareLetters(word: string): string {
  return word
    .normalize('NFD')
    .toLowerCase()
    .replace(OWN_LETTERS, (letter) => OWN[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/([^aeiou])\1+/g, '$1');
}

const OWN: Readonly<Record<string, string>> = {
  ...{ þ: 'th', ð: 'd', đ: 'd', ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', ß: 's', ı: 'i', ħ: 'h', ŋ: 'n', ə: 'e' },
};
const OWN_LETTERS = /[þðđłøæœßıħŋə]/g;

// A letter whose mark may have been omitted is a sound of its own: `ş` is similar to `sh` and to `s`.
const SPECIAL: Readonly<Record<string, string>> = {
  ...{ ş: '\ue000', ș: '\ue000', š: '\ue000', ś: '\ue000', ç: '\ue001', č: '\ue001', ć: '\ue001', ğ: '\ue002' },
  ...{ ž: '\ue003', ż: '\ue003', đ: '\ue004', ǧ: 'j', ġ: 'gh', ḏ: 'dh', ṯ: 'th', ḫ: 'kh', ẖ: 'kh', ḵ: 'kh' },
  ...{ ā: 'aa', ī: 'ee', ū: 'oo', â: 'aa', î: 'ee', û: 'oo', ı: 'i', ł: 'l', ø: 'o', å: 'a', ß: 's', æ: 'e', œ: 'e' },
  ...{ i̇: 'i', ё: 'e', þ: 'th', ð: 'dh' },
};
const SPECIAL_LETTERS = new RegExp(Object.keys(SPECIAL).join('|'), 'g');

/** The sounds of groups of letters and of some letters; longer groups first. */
const SPELLINGS: readonly { readonly letters: string; readonly sounds: readonly string[] }[] = Object.entries({
  ...{ schtsch: ['shch'], chtch: ['shch'], shch: ['shch'], dsch: ['j'], tsch: ['ch'], tch: ['ch'], dzh: ['j'] },
  ...{ sch: ['sch'], sh: ['sh'], ch: ['ch'], kh: ['kh'], gh: ['gh'], th: ['th'], dh: ['dh'], zh: ['zh'], ph: ['f'] },
  ...{ dj: ['j'], ck: ['k'], tz: ['ts'], ts: ['ts'], cz: ['ch'], x: ['k', 's'], gue: ['g', 'e'], gui: ['g', 'i'] },
  ...{ qui: ['k', 'i'], aa: ['A'], ee: ['I'], ii: ['I'], oo: ['U'], ou: ['U'], uu: ['U'] },
  ...{ '\ue000': ['š'], '\ue001': ['č'], '\ue002': ['ğ'], '\ue003': ['zh'], '\ue004': ['dj'] },
})
  .map(([letters, sounds]) => ({ letters, sounds }))
  .sort((a, b) => b.letters.length - a.letters.length);

/** The sound of a single letter, which may depend on its neighbours. */
function soundOf(letters: string, at: number, last: Segment | undefined): string[] {
  const letter = letters[at] ?? '';
  const beforeVowel = /[aeiouy]/.test(letters[at + 1] ?? '');
  switch (letter) {
    case 'y':
      return [/[aeiou]/.test(letters[at + 1] ?? '') ? 'y' : 'i'];
    case 'j':
      // German and South Slavic spellings end in it where others write `i` or `y`.
      return [!beforeVowel && last?.vowel === true && /[eioI]/.test(last.sound) ? 'i' : 'j'];
    case 'w':
      return [!beforeVowel && last?.vowel === true && at + 1 < letters.length ? 'u' : 'w'];
    case 'c':
      return [/[eiy]/.test(letters[at + 1] ?? '') ? 'c2' : 'c'];
    default:
      return [letter];
  }
}

function put(segments: Segment[], sound: string): void {
  const last = segments.at(-1);
  const vowel = /^[aeiouAIU]$/.test(sound);
  // `iy` and `ai’i` end in one long vowel; `khkh` is one consonant written twice.
  if (last?.sound.toLowerCase() === sound.toLowerCase()) {
    if (vowel && 'aiu'.includes(sound.toLowerCase()))
      segments[segments.length - 1] = segment(sound.toUpperCase(), vowel);
    return;
  }
  segments.push(segment(sound, vowel));
}

/** One object for each sound: the words of a large archive have millions. */
function segment(sound: string, vowel: boolean): Segment {
  const known = SEGMENTS.get(sound);
  if (known) return known;
  const made = { sound, vowel };
  if (SEGMENTS.size < MOST_SEGMENTS) SEGMENTS.set(sound, made);
  return made;
}

const SEGMENTS = new Map<string, Segment>();
/** More than all sounds of alphabets; names in Chinese have one for each character. */
const MOST_SEGMENTS = 5000;
