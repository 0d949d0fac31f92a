import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

interface LanguageConfiguration {
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly brackets: readonly (readonly [string, string])[];
}

describe('the language of post archives', () => {
  const file = new URL('../../syntaxes/post-archive.language-configuration.json', import.meta.url);
  const language = JSON.parse(readFileSync(file, 'utf8')) as LanguageConfiguration;

  /** What a double click selects, one after the other. The editor adds the `g` itself. */
  const words = (text: string) => {
    const { pattern, flags } = language.wordPattern;
    return text.match(new RegExp(pattern, `${flags}g`)) ?? [];
  };

  it('takes a name with inner apostrophes, hyphens and marks for one word', () => {
    for (const name of ['O’Malley', "Da'awah", 'al-Karadji', 'Zoe\u0308', 'Île', 'محمّد', 'Вешняк', 'F-16', 'don’t']) {
      assert.deepEqual(words(`(${name})`), [name]);
    }
  });

  it('leaves out what only stands around a word', () => {
    assert.deepEqual(words('‘Ambassador’ — the pilots’ “coat-”'), ['Ambassador', 'the', 'pilots', 'coat']);
    assert.deepEqual(words('Second\u00a0Anchor? Yes.'), ['Second', 'Anchor', 'Yes']);
  });

  it('pairs every bracket with another one', () => {
    for (const [open, close] of language.brackets) assert.notEqual(open, close);
  });
});
