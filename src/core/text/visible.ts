/** The most code units of a quotation in a message. */
const QUOTED = 60;

/**
 * Quotes text from a file in a message: at most 60 code units, on one line. Characters that hide or reorder text are spelled out
 * (`<U+202E>`), so that no file can change how a message reads.
 */
export function quoted(text: string): string {
  return `“${visible(cut(text, QUOTED))}”`;
}

/** The first code units of a text, at most `most`, the last of them an ellipsis if text is left out. No surrogate pair is cut in two. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/**
 * Replaces line breaks and tabs by spaces, and spells out each other character that nobody sees, or that changes the direction of its
 * neighbours, as `<U+202E>`. Two kinds of such characters stay where they do what they are for: joiners inside words of scripts that
 * need them, as Persian does, and the parts of an emoji.
 */
export function visible(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(/\r\n?|[\n\t\u2028\u2029]/g, ' ')
    .replace(SEEN_OR_HIDDEN, (found, seen: string | undefined) => seen ?? spelled(found));
}

function spelled(character: string): string {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** Most texts have printable ASCII only. */
const PLAIN = /^[ -~]*$/;

/** Scripts whose letters join, or stack, and whose words are spelled with U+200C and U+200D. */
const JOINING = [
  ...['Adlam', 'Arabic', 'Bengali', 'Devanagari', 'Gujarati', 'Gurmukhi', 'Kannada', 'Khmer', 'Malayalam', 'Mandaic'],
  ...['Mongolian', 'Myanmar', 'Nko', 'Oriya', 'Sinhala', 'Syriac', 'Tamil', 'Telugu'],
]
  .map((script) => `\\p{Script_Extensions=${script}}`)
  .join('');

/** A letter or mark of these scripts, and not their digits or punctuation. */
const LETTER = `(?=[\\p{L}\\p{M}])[${JOINING}]`;

/** A pictograph with its skin colour and its variation selector. */
const PICTOGRAPH = '\\p{Extended_Pictographic}(?:\\p{Emoji_Modifier}|\\ufe0f)?';

// First alternative, kept: joiners between two letters; emoji joined to one; a variation selector behind a Chinese character.
// Second, spelled out: controls (C0, C1), line and paragraph separators, halves of surrogate pairs, the marks of interlinear annotation, and
// all that Unicode calls default ignorable: zero-width and bidirectional characters (“Trojan Source”, CVE-2021-42574), fillers, tags.
const SEEN_OR_HIDDEN = new RegExp(
  [
    `((?<=${LETTER})[\\u200c\\u200d](?=${LETTER})`,
    `${PICTOGRAPH}(?:\\u200d${PICTOGRAPH})*`,
    '[0-9#*]\\ufe0f\\u20e3',
    '\\p{Script=Han}[\\ufe00-\\ufe02\\u{e0100}-\\u{e01ef}])',
    '[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\ufff9-\\ufffb]',
  ].join('|'),
  'gu',
);
