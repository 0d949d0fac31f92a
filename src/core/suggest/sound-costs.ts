/**
 * The cost of one sound for another, from 0 (two spellings of one sound) to 1 (another sound). Pairs that are not listed cost 1. The
 * pairs are those in which transliterations of Arabic, Persian, Hebrew, Turkish, Greek and Cyrillic names differ.
 */
const CONSONANTS = `
  k q .03  k c .03  q c .05  k c2 .5  k kh .25  q kh .3  k g .25  k ch .25  k gh .35
  q g .12  q gh .12  g gh .05  c kh .3  kh h .12  kh ch .1  h ch .15  kh gh .5  h c .5  h g .5  ğ g 0  ğ gh .03  ğ y .3  ğ h .4
  t th .08  t d .3  d dh .05  dh z .12  dh th .1  d z .35  th s .2  th z .4  th d .2  dh s .5  t ts .5
  s z .25  s ts .35  s c2 .1  s c .35  s š .06  s sh .35  s sch .4  s th .2  z ts .15  ts c2 .15  ts c .2  z c2 .35  z zh .3  s ch .5
  sh š 0  sh sch .03  sh ch .12  sh shch .3  sch š .03  sch shch .08  sch zh .25  š ch .15  š shch .25  sh zh .4  sch ch .3  shch ch .4
  ch č 0  č c .08  č c2 .08  č ts .3  č sh .15  č sch .25  č š .5  č j .4  č s .2  ch c2 .15  ch c .25  ch j .5  ch ts .4  ch zh .6
  j zh .12  j g .15  j y .15  j c2 .2  j c .2  j dj .05  j z .5  j sch .3  dj d .1  j sh .5  j kh .5  g zh .4  dj zh .15
  v w .04  v f .3  w f .25  v b .2  w b .5  b p .5  f p .5  m n .6
`;

/** The same for vowels. Capitals are long vowels, which only some spellings mark. */
const VOWELS = `
  a A 0  i I 0  u U 0  a e .12  A e .25  e i .1  e I .3  o u .08  o U .1  a o .42  A o .32
  a i .5  a I .6  A i .6  A I .8  a u .5  a U .6  A u .6  A U .8  e o .5  e u .5  e U .6  i o .65  i u .6  i U .8  I o .8  I u .8  I U .8
`;

/** Vowels that are also written as half consonants: `Natalya` and `Natalia`, `Alawi` and `Alaoui`. */
const GLIDES = `i y .06  I y .12  e y .3  i j .2  I j .3  u w .08  U w .08  o w .25  u v .2  U v .3`;

const SINGLE = 'a A e i I o u U b c c2 č d dh dj f g gh ğ h j k kh l m n p q r s š sh sch shch t th ts v w y z zh ch';

const CODES: ReadonlyMap<string, number> = new Map(SINGLE.split(' ').map((sound, code) => [sound, code]));
/** The first so many codes are vowels. */
const VOWEL_COUNT = 8;
/** The code of all other letters, which cost nothing only for themselves. */
const OTHER = CODES.size;
const SIZE = OTHER + 1;
const COSTS = costTable();

/** The code of a sound: its index in the table of costs. */
export function codeOf(sound: string): number {
  return CODES.get(sound) ?? OTHER;
}

/** The cost of one sound for another, by their codes, wherever they stand. Symmetric. */
export function soundDistance(a: number, b: number): number {
  return COSTS[a * SIZE + b] ?? 1;
}

function costTable(): Float64Array {
  const costs = new Float64Array(SIZE * SIZE);
  for (let a = 0; a < SIZE; a++) {
    for (let b = 0; b < SIZE; b++) {
      // A vowel never stands for a consonant, except for the glides.
      costs[a * SIZE + b] = a === b && a !== OTHER ? 0 : a < VOWEL_COUNT === b < VOWEL_COUNT ? 1 : 1.5;
    }
  }
  for (const [, first = '', second = '', cost] of `${CONSONANTS} ${VOWELS} ${GLIDES}`.matchAll(
    /(\S+) (\S+) (\.\d+|0)(?=\s|$)/g,
  )) {
    const [a, b] = [codeOf(first), codeOf(second)];
    costs[a * SIZE + b] = costs[b * SIZE + a] = Number(cost);
  }
  return costs;
}
