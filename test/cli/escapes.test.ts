import assert from 'node:assert/strict';
import fc from 'fast-check';
import { githubCommands } from '../../src/cli/reports/github-commands';
import { codeSpan } from '../../src/cli/output/code-span';
import { relativeUri, type ReportedProblem } from '../../src/cli/reports/sarif';
import { trials } from '../support/trials';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('`', '``', ' ', '\n', '@a', '%', ':', ',', '::', '\r', '\u202e', '\\', '|', '<b>'),
  }),
);

describe('codeSpan', () => {
  it('is one code span on one line, whatever the text', () =>
    fc.assert(
      fc.property(anyText, (text) => {
        const span = codeSpan(text);
        // By CommonMark: it begins with a run of backticks, and ends with the first other run of the same length.
        const fence = /^`+/.exec(span)?.[0] ?? '';
        assert.notEqual(fence, '');
        const runs = [...span.matchAll(/`+/g)].filter((run) => run[0] === fence).map(({ index }) => index);
        assert.deepEqual(runs, [0, span.length - fence.length], span);
        assert.ok(span.length > 2 * fence.length, 'there is something in it');
        assert.doesNotMatch(span, /[\n\r\u202e]/);
      }),
      trials(1000),
    ));

  it('shows backticks, and shortens what is long', () => {
    assert.equal(codeSpan('a `b` c'), '``a `b` c``');
    assert.equal(codeSpan('`'), '`` ` ``');
    assert.equal(codeSpan(''), '` `');
    assert.equal(codeSpan('one two three', 8), '`one two…`');
  });
});

describe('relativeUri', () => {
  it('is a reference that leads to the same path', () =>
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (names) => {
        const path = names.map((name) => name.replace(/[/.]/g, '_')).join('/');
        const uri = relativeUri(path);
        assert.match(uri, /^[A-Za-z0-9\-._~!'()*%/]*$/);
        assert.equal(decodeURIComponent(new URL(uri, 'file:///top/').pathname), `/top/${path}`);
      }),
      trials(300),
    ));
});

describe('githubCommands', () => {
  const problem = (path: string, message: string): ReportedProblem => ({
    ...{ path, message, code: 'orphan', severity: 'error' },
    ...{ start: { line: 3, column: 1 }, end: { line: 3, column: 9 } },
  });

  it('is one command a line, whatever a file and a message say', () =>
    fc.assert(
      fc.property(anyText, anyText, (path, message) => {
        const [line, ...rest] = githubCommands([problem(path, message)]).split('\n');
        assert.deepEqual(rest, ['']);
        const fields = '::error file=([^:,\\r]*),line=3,endLine=3,col=1,endColumn=9,title=orphan::([^\\r]*)';
        assert.match(line ?? '', new RegExp(`^${fields}$`, 'su'));
        assert.doesNotMatch(line ?? '', /%(?!25|0D|0A|3A|2C)/);
      }),
      trials(500),
    ));
});
