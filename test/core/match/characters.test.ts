import assert from 'node:assert/strict';
import { attachedAt, groupAt, NOTE_MARK, wordAt } from '../../../src/core/match/characters';
import { Group } from '../../../src/core/match/groups';
import { exactKeys, foldingKeys, SpecialKey } from '../../../src/core/match/keys';
import { compose } from '../../../src/core/match/compose';

const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/;

function* allCharacters(): Generator<string> {
  for (let point = 0; point < 0x110000; point++) {
    if (point < 0xd800 || point > 0xdfff) yield String.fromCodePoint(point);
  }
}

describe('characters', () => {
  it('takes every character for attached that composition can join to the one before it', () => {
    for (const character of allCharacters()) {
      const [first = '', ...rest] = character.normalize('NFD');
      assert.equal(attachedAt(first, 0), attachedAt(character, 0), escaped(character));
      for (const part of rest) assert.ok(attachedAt(part, 0), escaped(character));
    }
  });

  it('composes every character, and every decomposition, as normalization does', () => {
    for (const character of allCharacters()) {
      if (INVISIBLE.test(character)) continue;
      const composed = character.normalize('NFC');
      const decomposed = character.normalize('NFD');
      assert.equal(compose(`a ${character}`).text, `a ${composed}`, escaped(character));
      if (decomposed !== character) assert.equal(compose(decomposed).text, composed, escaped(character));
    }
  });

  it('knows the letters of every script', () => {
    const word = /[\p{L}\p{M}\p{N}_\u200c\u200d]/u;
    for (const character of allCharacters()) {
      if ('ʼʹʿʾʻ'.includes(character) || NOTE_MARK.test(character)) continue;
      assert.equal(wordAt(character, 0), word.test(character), escaped(character));
      if (character.length === 2) assert.equal(wordAt(character, 1), word.test(character), escaped(character));
    }
    assert.equal(wordAt('\ud835', 0), false);
    assert.equal(wordAt('a', 1), false);
    for (const mark of '¹²³⁴ªº①') assert.equal(wordAt(mark, 0), false, mark);
    for (const below of '₂½') assert.equal(wordAt(below, 0), true, below);
  });

  it('groups the letters of every script as Unicode does', () => {
    const spaced = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Hangul', 'Armenian', 'Georgian', 'Ethiopic'];
    const indic = [
      'Devanagari',
      'Bengali',
      'Gurmukhi',
      'Gujarati',
      'Oriya',
      'Tamil',
      'Telugu',
      'Kannada',
      'Malayalam',
      'Sinhala',
    ];
    const unspaced = [
      'Han',
      'Hiragana',
      'Katakana',
      'Bopomofo',
      'Yi',
      'Thai',
      'Lao',
      'Khmer',
      'Myanmar',
      'Tibetan',
      'Javanese',
      'Balinese',
    ];
    const names = [...spaced, ...indic, 'Thaana', 'Cherokee', 'Tifinagh', ...unspaced];
    const scripts = names.map((name) => ({ name, letter: new RegExp(`(?=\\p{L})\\p{Script=${name}}`, 'u') }));
    const groups = new Map<string, Set<number>>();
    for (const character of allCharacters()) {
      // Some letters of a script stand among others. No text has them beside letters that they are grouped with.
      if (
        character.length > 1 ||
        !wordAt(character, 0) ||
        /[\u1d66-\u1d6a\u2126\uab65\u1d2b\u212a\u212b\u2132\u214e]/.test(character)
      )
        continue;
      const script = scripts.find(({ letter }) => letter.test(character));
      if (script) groups.set(script.name, (groups.get(script.name) ?? new Set()).add(groupAt(character, 0)));
    }
    const seen = new Map<number, string>();
    for (const [name, own] of groups) {
      const [group = -1, ...more] = [...own].filter((each) => each !== Group.JOINED);
      assert.deepEqual(more, [], name);
      if (unspaced.includes(name)) assert.equal(group, Group.UNSPACED, name);
      else assert.equal(seen.get(group), undefined, name);
      seen.set(group, name);
    }
    assert.equal(groupAt('\u{20000}', 0), Group.UNSPACED);
    assert.equal(groupAt('𝒜', 1), Group.COMMON);
  });
});

describe('keys', () => {
  it('drop marks only, and leave a letter a letter', () => {
    for (const [name, keys] of Object.entries({ exact: exactKeys(), folding: foldingKeys() })) {
      keys.table.forEach((key, unit) => {
        const character = String.fromCharCode(unit);
        if (compose(character).text !== character) return;
        if (key === SpecialKey.DROPPED) assert.ok(attachedAt(character, 0), `${name} ${escaped(character)}`);
        else if (unit > 0) {
          assert.equal(wordAt(String.fromCharCode(key), 0), wordAt(character, 0), `${name} ${escaped(character)}`);
          assert.equal(keys.table[key], key, `${name} ${escaped(character)}`);
        }
      });
    }
  });
});

function escaped(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16)}`;
}
