/**
 * Whether a run of Hangul behind a name consists of endings that nouns have: "김정은은", "김정은에게는", "김정은이었다". An ending that
 * also makes another noun of many nouns is not among them: "한국인" is no mention of "한국".
 *
 * @param run all of the Hangul behind the name
 * @param last the last character of the name: some endings differ after a vowel and after a consonant
 */
export function isEnding(run: string, last: string): boolean {
  if (run !== '' && NOUN_SUFFIXES.includes(run.charAt(0))) {
    if (run.length === 1 || isEnding(run.slice(1), run.charAt(0))) return true;
  }
  if (AFTER_ALL.test(run)) return true;
  const final = finalOf(last);
  // "로" follows a vowel or ㄹ.
  const asAfterVowel = final === 'vowel' || final === 'unknown' || (final === 'ㄹ' && run.startsWith('로'));
  return (asAfterVowel && AFTER_VOWEL.test(run)) || (final !== 'vowel' && AFTER_CONSONANT.test(run));
}

/** The plural; Mr or Ms; the honorific; "the side of". */
const NOUN_SUFFIXES = '들씨님측';
const MORE = '(?:은|는|도|만|의|이|을|까지|부터|조차|마저|라도|이라도)';
const COPULA =
  '(?:다|고|며|면|나|지만|던|든|든지|므로|니|니까|란|라는|라고|라고는|라고도|라며|라면|라서|라도|야말로|어서|에요|었(?:다|고|던|으며|으나|지만|습니다|어요|는데))';
const AFTER_ALL = new RegExp(
  `^(?:(?:의|도|에|에서|에게|에게서|께|께서|한테|한테서|더러|만|까지|부터|마저|조차|처럼|같이|만큼|보다|밖에|뿐|대로|하고|치고|커녕|마다)${MORE}{0,2}` +
    `|이${COPULA}|입니다|입니까|인데|인지|인가)$`,
);
const AFTER_VOWEL = new RegExp(
  `^(?:는|가|를|야|여|예요|였(?:다|고|던|으며|으나|지만|습니다|어요|는데)|(?:와|랑|로|로서|로써|로부터)${MORE}?|${COPULA})$`,
);
const AFTER_CONSONANT = new RegExp(
  `^(?:은|이|을|아|이여|이야|이에요|(?:과|이랑|으로|으로서|으로써|으로부터)${MORE}?)$`,
);

/** What a Hangul syllable ends in: syllables are numbered by their final consonants first, of 28, the first of which is none. */
function finalOf(character: string): 'vowel' | 'consonant' | 'ㄹ' | 'unknown' {
  const syllable = character.charCodeAt(0) - 0xac00;
  if (!(syllable >= 0 && syllable < 11172)) return 'unknown';
  return syllable % 28 === 0 ? 'vowel' : syllable % 28 === 8 ? 'ㄹ' : 'consonant';
}
