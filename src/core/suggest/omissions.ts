import type { Segment } from './segments';

/**
 * The cost of a sound that only one of two spellings has. Little for sounds that transliterations leave out (a final `h`, the glide in
 * `Mariya`, the first half of a diphthong); much for sounds that make another name (`Malik` and `Maliki`, `Petrov` and `Petrova`).
 */
export function omissionCost(word: readonly Segment[], at: number): number {
  const segment = word[at];
  if (!segment) return 0;
  return segment.vowel ? vowelCost(word, at, segment) : consonantCost(word, at, segment);
}

function vowelCost(word: readonly Segment[], at: number, { sound }: Segment): number {
  const before = word[at - 1];
  const after = word[at + 1];
  if (before?.vowel === true || after?.vowel === true) return diphthongCost(sound, before, after);
  // French writes a mute `e` behind names that end in a nasal or a hard consonant.
  if (!after) return sound === 'e' ? (/^[nfsrmt]$/.test(before?.sound ?? '') ? 0.12 : 0.35) : 1;
  if (!before) return 0.8;
  if (/^[ywj]$/.test(before.sound) || /^[yw]$/.test(after.sound)) return 0.3;
  const helping = sound === 'e' || sound === 'i' || sound === 'a' ? 0 : 0.1;
  const long = sound === 'A' || sound === 'I' || sound === 'U' ? 0.35 : 0;
  // A vowel that only separates a group of consonants: `Sleiman`, `Aleksandr`.
  const group = at === 1 || (at === word.length - 2 && word[at - 2]?.vowel === false && sound === 'e');
  // `Majd` is not `Majid`: at the end of a short word, only `e` merely separates consonants.
  const telling = at === word.length - 2 && sound !== 'e' && word.length <= 5 ? 0.15 : 0;
  return (group ? 0.28 : 0.36) + helping + long + telling;
}

/** The cost of one of two vowels side by side. The other one must keep the sound: `ei` may become `i`, but `ai` not `a`. */
function diphthongCost(sound: string, before: Segment | undefined, after: Segment | undefined): number {
  const near = `${before?.vowel === true ? before.sound : ''}${after?.vowel === true ? after.sound : ''}`;
  switch (sound) {
    case 'a':
    case 'A':
      return /[IUiuo]/.test(near) && after?.vowel === true ? 0.25 : near.includes('e') ? 0.2 : 0.7;
    case 'e':
      return /[IUiuo]/.test(near) ? 0.15 : 0.25;
    case 'o':
      return /[uU]/.test(near) ? 0.05 : 0.4;
    case 'u':
    case 'U':
      return near.includes('o') ? 0.08 : 0.6;
    default:
      return near.includes('e') && before?.vowel === true ? 0.3 : /[iI]/.test(near) ? 0.1 : 0.55;
  }
}

function consonantCost(word: readonly Segment[], at: number, { sound }: Segment): number {
  const before = word[at - 1];
  const after = word[at + 1];
  switch (sound) {
    case 'h':
      return !after && before?.vowel === true ? 0.03 : at === 0 ? 0.8 : before?.vowel === true ? 0.43 : 0.25;
    case 'y':
      if (/^[iI]$/.test(before?.sound ?? '') || /^[iI]$/.test(after?.sound ?? '')) return 0.06;
      return /^e$/.test(before?.sound ?? '') || /^e$/.test(after?.sound ?? '') ? 0.12 : at === 0 ? 0.4 : 0.3;
    case 'j':
      return /^[iI]$/.test(before?.sound ?? '') && after?.vowel === true
        ? 0.3
        : at === 0 && after?.sound === 'e'
          ? 0.3
          : 1;
    case 'w':
      return /^[uUo]$/.test(before?.sound ?? '') || /^[uUo]$/.test(after?.sound ?? '') ? 0.1 : 0.8;
    case 'ğ':
      return 0.2;
    case 'gh':
      return 0.6;
    default:
      return 1;
  }
}
