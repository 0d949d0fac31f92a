import assert from 'node:assert/strict';
import { spellDifference } from '../../../src/core/review/spell-difference';

const spelled = (...parts: [kind: 'same' | 'removed' | 'added', text: string][]) => {
  const { line, changed } = spellDifference(parts.map(([kind, text]) => ({ kind, text })));
  return [line, ...changed.map(({ start, end }) => line.slice(start, end))];
};

describe('a difference, spelled out', () => {
  it('puts what is gone and what is new into brackets, and knows where they are', () => {
    assert.deepEqual(spelled(['same', 'that the '], ['removed', 'town'], ['added', 'city'], ['same', ' will pay']), [
      'that the [-town-] {+city+} will pay',
      '[-town-]',
      '{+city+}',
    ]);
  });

  it('takes changes for one between which only a space stayed', () => {
    assert.deepEqual(
      spelled(
        ['same', 'a mistake '],
        ['removed', 'that'],
        ['added', 'for'],
        ['same', ' '],
        ['added', 'which '],
        ['same', 'the town'],
      ),
      ['a mistake [-that-] {+for which+} the town', '[-that-]', '{+for which+}'],
    );
    assert.deepEqual(spelled(['removed', 'No'], ['same', ' '], ['removed', 'one'], ['added', 'body'], ['same', ' ']), [
      '[-No one-] {+body+} ',
      '[-No one-]',
      '{+body+}',
    ]);
  });

  it('keeps spaces outside of the brackets', () => {
    assert.deepEqual(spelled(['same', 'break'], ['added', ' all'], ['same', ' barriers']), [
      'break {+all+} barriers',
      '{+all+}',
    ]);
    assert.deepEqual(spelled(['same', 'break '], ['removed', 'all '], ['same', 'barriers']), [
      'break [-all-] barriers',
      '[-all-]',
    ]);
  });

  it('shows of what stayed the same only the words beside a change', () => {
    const long = 'one two three four five six seven eight nine ten';
    assert.deepEqual(
      spelled(['same', `${long} `], ['removed', 'wall'], ['same', ` ${long}`], ['added', '!'], ['same', long]),
      ['… eight nine ten [-wall-] one two three four … eight nine ten{+!+}one two three four …', '[-wall-]', '{+!+}'],
    );
  });

  it('cuts a long change, and shows no hidden character and no line break', () => {
    const [line = ''] = spelled(['removed', 'x'.repeat(500)], ['added', 'a\r\nb\u202e'], ['same', '\n']);
    assert.equal(line, `[-${'x'.repeat(80)}…-] {+a b<U+202E>+} `);
  });

  it('tells a space that came or went', () => {
    assert.deepEqual(spelled(['same', 'sea'], ['added', ' '], ['same', 'wall']), ['sea {+␣+}wall', '{+␣+}']);
  });
});
