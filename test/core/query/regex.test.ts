import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileRegex } from '../../../src/core/query/regex-program';
import { findAllRegex, findRegex } from '../../../src/core/query/regex-search';
import { trials } from '../../support/trials';

function find(source: string, text: string, flags = '', from = 0) {
  const compiled = compileRegex(source, flags);
  assert.ok(compiled.ok, compiled.ok ? '' : compiled.why);
  const span = findRegex(compiled.program, text, from);
  return span && text.slice(span.start, span.end);
}

const atom = fc.constantFrom(
  'a',
  'b',
  '.',
  '[ab]',
  '[^a]',
  '\\w',
  '\\s',
  '\\b',
  '^',
  '$',
  'ß',
  '船',
  '\\p{L}',
  '\\u{1f642}',
  'K',
);
const { regex } = fc.letrec<{ regex: string; part: string }>((tie) => ({
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    atom,
    fc
      .tuple(
        fc.constantFrom('a', '[ab]', '.', '\\w'),
        fc.constantFrom('*', '+', '?', '{2}', '{1,}', '{0,2}'),
        fc.constantFrom('', '?'),
      )
      .map((parts) => parts.join('')),
    fc.tuple(tie('regex'), fc.constantFrom('', '?', '{2}')).map(([inner, often]) => `(?:${inner})${often}`),
    fc.tuple(tie('regex'), fc.constantFrom('+', '*')).map(([inner, often]) => `(${inner})${often}`),
  ),
  regex: fc
    .array(fc.tuple(fc.constantFrom('', '', '|'), tie('part')), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.map((pair, i) => (i === 0 ? pair[1] : pair.join(''))).join('')),
}));
const texts = fc
  .array(fc.constantFrom('a', 'b', 'A', ' ', '\n', 'ß', '船', '🙂', 'k', 'K'))
  .map((parts) => parts.join(''));

const plain = fc
  .array(fc.constantFrom('a', 'b+', '[ab]+?', '(?:a|ab)', '(?:ab|a)', '.{1,3}', '\\w{2,}?', 'a?b'))
  .map((parts) => parts.join('') || 'a');

describe('regular expressions', () => {
  it('find what JavaScript finds', () => {
    assert.equal(find('wal+', 'the sea Wall is'), 'Wall');
    assert.equal(find('<.*?>', 'a <b> c>'), '<b>');
    assert.equal(find('<.*>', 'a <b> c>'), '<b> c>');
    assert.equal(find('a|ab', 'xab'), 'a');
    assert.equal(find('^b', 'a\nb'), null);
    assert.equal(find('^b', 'a\nb', 'm'), 'b');
    assert.equal(find('a.b', 'a\nb', 's'), 'a\nb');
    assert.equal(find('\\bsea\\b', 'seaside sea'), 'sea');
    assert.equal(find('[\\]/]+', 'a]/b'), ']/');
    assert.equal(find('(?:\\d{4})-\\d{1,2}', 'in 2016-5'), '2016-5');
    assert.equal(find('a', 'aba', '', 1), 'a');
    assert.equal(find('x', 'aba'), null);
    assert.equal(find('a*', 'bbb'), null);
    assert.equal(find('a*?', 'bab'), 'a');
  });

  it('begin where the first match of JavaScript that is not empty begins', () => {
    fc.assert(
      fc.property(regex, texts, fc.constantFrom('', 'm', 's', 'ms'), (source, text, flags) => {
        const compiled = compileRegex(source, flags);
        assert.ok(compiled.ok);
        // The text behind the match is shorter than the text behind its start.
        const notEmpty = new RegExp(`(?=([^]*))(?:${source.replace(/\((?!\?)/g, '(?:')})(?!\\1(?![^]))`, `iuy${flags}`);
        const starts = Array.from(text.matchAll(/[^]/gu), ({ index }) => index);
        const first = starts.find((start) => {
          notEmpty.lastIndex = start;
          return notEmpty.test(text);
        });
        assert.equal(findRegex(compiled.program, text, 0)?.start, first);
      }),
      trials(1000),
    );
  });

  it('end where those of JavaScript end, where no part of them may be empty', () => {
    fc.assert(
      fc.property(plain, texts, (source, text) => {
        const compiled = compileRegex(source, '');
        assert.ok(compiled.ok);
        const found = new RegExp(source, 'iu').exec(text);
        const span = found && { start: found.index, end: found.index + found[0].length };
        assert.deepEqual(findRegex(compiled.program, text, 0), span);
      }),
      trials(1000),
    );
  });

  it('do not run away', () => {
    for (const source of ['(a+)+$', '(a|a)*b', '(.*)*x', '(?:a?){40}a{40}', '.*.*.*=x', '(\\w+\\s?)+;']) {
      assert.equal(find(`(?:${source})!`, 'a'.repeat(5000)), null);
    }
  });

  it('are all found, none within another, as in JavaScript', () => {
    fc.assert(
      fc.property(plain, texts, (source, text) => {
        const compiled = compileRegex(source, '');
        assert.ok(compiled.ok);
        const expected = [...text.matchAll(new RegExp(source, 'giu'))].map(({ index, 0: { length } }) => ({
          start: index,
          end: index + length,
        }));
        assert.deepEqual(findAllRegex(compiled.program, text), expected);
      }),
      trials(1000),
    );
  });

  it('are not looked for without end where each of many is read far ahead for', () => {
    const compiled = compileRegex('a[^]*b|a', '');
    assert.ok(compiled.ok);
    assert.ok(findAllRegex(compiled.program, 'a'.repeat(20_000)).length < 50);
  });
});
