import assert from 'node:assert/strict';
import { attachedAt, wordAt } from '../../../src/core/match/characters';
import { exactKeys, foldingKeys, SpecialKey } from '../../../src/core/match/keys';
import { compose } from '../../../src/core/match/compose';

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
      if (character === '\u00ad') continue;
      const composed = character.normalize('NFC');
      const decomposed = character.normalize('NFD');
      assert.equal(compose(`a ${character}`).text, `a ${composed}`, escaped(character));
      if (decomposed !== character) assert.equal(compose(decomposed).text, composed, escaped(character));
    }
  });

  it('knows the letters of every script', () => {
    const word = /[\p{L}\p{M}\p{N}_]/u;
    for (const character of allCharacters()) {
      if ('ʼʹʿʾʻ'.includes(character)) continue;
      assert.equal(wordAt(character, 0), word.test(character), escaped(character));
      if (character.length === 2) assert.equal(wordAt(character, 1), word.test(character), escaped(character));
    }
    assert.equal(wordAt('\ud835', 0), false);
    assert.equal(wordAt('a', 1), false);
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
