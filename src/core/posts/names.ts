import { readWords } from './words';

// Tells people's names from publications' names, for bylines that write both without a separator.

/** Words that publications and organisations have in their names, and people hardly ever. */
const PUBLICATION = new Set(
  `agency alert alliance analysis analyst archive association bbc beacon blog board brief briefing broadcasting
  bulletin bureau business caller campaign canada center centre channel chronicle citizens coalition college
  commentary committee corporation council courier daily defense democracy digest dispatch dog economist edition
  europe evening examiner express federalist federation feed file files focus force forum foundation fund gazette
  globe group guardian herald hub independent initiative inquirer insider institute institution intelligence
  international jihad journal league ledger letters library line magazine mail media memo mirror mission monitor
  monthly movement nation national net network networks news newsletter newspaper newswire nonprofit observer office
  online opinion organisation organization outlook pamphlet party patrol policy political politics press project
  public publishing quarterly radio reader record register report reporter reports republic research review science
  security sentinel service services show site society source space spectator standard star state states statesman
  station studies studio syndicate tank telegraph television think thinker times today tonight tribune trust truth
  tube tv union united university update voice war watch watcher web weekly wire world writers`.split(/\s+/),
);

/** Words that begin or join names of things, and never of people. */
const NO_NAME = new Set([
  'the',
  'a',
  'in',
  'on',
  'of',
  'for',
  'at',
  'to',
  'from',
  'with',
  'and',
  'or',
  'new',
  'our',
  'your',
  'my',
]);

const PARTICLES = new Set(
  'al el bin ben ibn bint abu abd van von der den de del della degli di da do dos das du la le ter ten af av zu y'.split(
    ' ',
  ),
);

const INITIALS = /^(?:\p{Lu}\.){1,3}$|^\p{Lu}$/u;
const NAME =
  /^(?:Mc|Mac|De|Le|La|Di|Du|Van|Fitz|[OD]['’])?\p{Lu}[\p{Ll}\p{M}]+(?:['’-](?:al-)?\p{Lu}?[\p{Ll}\p{M}]+)*\.?$/u;
const WITH_ARTICLE =
  /^(?:al|el|ad|an|ar|as|ash|at|az|ben|bin|abd|ul)[-‑]\p{Lu}?[\p{Ll}\p{M}]+(?:[-'’]\p{Lu}?[\p{Ll}\p{M}]+)*$/iu;

/**
 * Whether a text can be a person's name: two to four words, each capitalised, an initial (`J.`), a particle (`bin`, `van der`) or with
 * an Arabic article (`al-Hakim`), at least two of them more than particles, and none a publication's word.
 */
export function looksLikePerson(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (words.length < 2 || words.length > 4) return false;
  let names = 0;
  for (const [index, word] of words.entries()) {
    if (INITIALS.test(word) || NAME.test(word) || WITH_ARTICLE.test(word)) names++;
    else if (!PARTICLES.has(word)) return false;
    // Between two names, A is an initial.
    const isInitial = /^A\.?$/.test(word) && index > 0 && index < words.length - 1;
    if (isPublicationWord(word) || (NO_NAME.has(word.toLowerCase()) && !isInitial)) return false;
  }
  return names >= 2 && !PARTICLES.has(words.at(-1) ?? '');
}

/** More than four long names; in UTF-16 code units. */
export const MAX_NAMES_LENGTH = 160;

/** Whether a text can name one person, or several joined by `and` or `&`. */
export function looksLikePeople(text: string): boolean {
  return text.length <= MAX_NAMES_LENGTH && text.split(/\s(?:and|&)\s/).every(looksLikePerson);
}

/** Whether a name ends as publications’ names do: `Coastal Review`, `HarbourWatch`, `harbour.example`. */
export function endsLikePublication(name: string): boolean {
  const last = name.trim().split(/\s+/).at(-1) ?? '';
  const lastPart = last.split(/(?<=\p{Ll})(?=\p{Lu})/u).at(-1) ?? '';
  return (
    isPublicationWord(last) ||
    isPublicationWord(lastPart) ||
    /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{Ll}{2,}$/u.test(last)
  );
}

function isPublicationWord(word: string): boolean {
  return readWords(word).some(({ text }) => PUBLICATION.has(text));
}
