/** A name, split into the words that are compared. */
export interface NameWords {
  /** The words without articles and particles: `qasim`, `khalifa` for `Qasim bin al-Khalifa`. */
  readonly words: readonly string[];
  /** How many articles and particles were left out. Spellings of one name differ in them. */
  readonly dropped: number;
}

/**
 * Splits a name into words. Leaves out the Arabic article, however it is joined and assimilated (`al-`, `as-`, `El `), and `bin`, `ibn`,
 * `ben`. Joins `abd al-` with the word behind it, and gives `abu` one spelling.
 */
export function nameWords(name: string): NameWords {
  const whole = withoutLegal(name.normalize('NFC')).toLowerCase().replace(APOSTROPHES, '').replace(HYPHENS, '-').trim();
  const joined = whole.replace(ABD_APART, 'abdul$1').replace(ABU, '$1abu$2').replace(ARTICLE_APART, '$1');
  const dropped = countOf(whole.replace(ABD_APART, 'abdul'), ARTICLE_APART);
  const words = joined.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '');
  const kept = words.filter((word) => !PARTICLES.has(word));
  // A name that consists of particles, such as `Ben`, keeps them.
  if (kept.length === 0) return { words: words.map(oneSpelling), dropped };
  return { words: kept.map(oneSpelling), dropped: dropped + words.length - kept.length };
}

/** A company’s name without what the law adds to it: `Halden Brook` for `Halden Brook and Co. Ltd`. */
export function withoutLegal(name: string): string {
  return name.replace(LEGAL, '');
}

/** Gives `Abd` and `-ullah` one spelling: the vowel in `Abdallah`, `Abderrahmane`, `Hizbollah` is a case ending, and varies. */
function oneSpelling(word: string): string {
  return word
    .replace(ABD_FUSED, 'abdul$2')
    .replace(/^abdull/, 'abdul')
    .replace(GOD, 'ullah');
}

/** The word without an article fused to it (`elbaradei`); null if it has none, or too little would be left. */
export function withoutFusedArticle(word: string): string | null {
  if (!word.startsWith('a') && !word.startsWith('e')) return null;
  const rest = /^[ae]l-?(?=[^aeiou])(.{5,})$/u.exec(word)?.[1] ?? /^[ae]([tdrzsn]|sh)(?=\1)(.{4,})$/u.exec(word)?.[2];
  return rest ?? null;
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

const APOSTROPHES = /['’‘ʼʹ′`´ʿʾʻ]/g;
const HYPHENS = /[‐‑–−]/g;
const PARTICLES = new Set('bin ibn ben bint b and'.split(' '));

/** What the law adds to the name of a company, with capitals as only companies have it. */
const LEGAL =
  /(?<=\S)(?:[\s,]+(?:(?:and|&|et|und) )?(?:Co|Cie|Corp|Inc|Ltd|Limited|Incorporated|LLC|LLP|LP|PLC|Plc|plc|GmbH|KG|KGaA|AG|SE|S\.?A\.?|SPA|S\.?p\.?A\.?|S\.?r\.?l\.?|SARL|N\.?V\.?|B\.?V\.?|AB|A\/S|ASA|Oyj?|OAO|OOO|ZAO|PAO|OJSC|PJSC|JSC|Pty|Pte|KK)\.?)+$/u;

// This also splits `Al Gore`, which does no harm, as it does so with both spellings of a name.
const ARTICLE_APART =
  /(^|[\s-])(?:(?:al|el|ul|ol)[\s-]+|as[\s-]+(?=s)|es[\s-]+(?=s)|a(?:sh|ch)[\s-]+(?=sh|ch|sch|š|ş)|[ae]r[\s-]+(?=r)|[ae]n[\s-]+(?=n)|[ae]d[\s-]+(?=d)|[ae]t[\s-]+(?=t)|[ae]z[\s-]+(?=z))(?=\S)/gu;
const ABD_APART =
  /\babd(?:[aeou]|ou|oo)?[lrsnztd]?[\s-]+(?:(?:al|el|ul|ar|as|ash|an|az|at|ad|er|es|en)[\s-]+)?(\p{L})/gu;
const ABD_FUSED = /^abd(?:a|e|i|o|u|ou|oo)(?:l-?(?=\p{L}{2})|([rsnztd])(?=\1))(\p{L}{2,})$/u;
const GOD = /(?:(?<=\p{L}{2})(?:a|o|u|ou|oo)ll|(?<=^abd)ul)ah?$/u;
const ABU = /(^|[\s-])(?:abou|aboo|abo|abi)([\s-])/g;
