import assert from 'node:assert/strict';
import fc from 'fast-check';
import { githubCommands } from '../../src/cli/reports/github-commands';
import { guarded } from '../../src/cli/call/io';
import { codeSpan } from '../../src/cli/output/code-span';
import { jsonText } from '../../src/cli/output/json-text';
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

const HIDDEN = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const anySign = fc.string({
  unit: fc.constantFrom('a', 'é', '\n', '\u0085', '\u2028', '\u202e', '\u00ad', '\u{e0041}', '😀', '\ud800'),
});

describe('jsonText', () => {
  it('means the same, and has no character that acts on a terminal', () =>
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), anySign, fc.constantFrom(0, 2), (value, sign, indent) => {
        const document = { [sign]: value, value: sign };
        const text = jsonText(document, indent);
        // As JSON keeps a value: without the sign of -0.
        assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(document)));
        assert.doesNotMatch(text, HIDDEN);
        if (indent === 0) assert.doesNotMatch(text, /\n/);
      }),
      trials(500),
    ));
});

describe('the streams of a call', () => {
  it('get no control and no sign of direction, whoever forgot it, and keep JSON as it is', () =>
    fc.assert(
      fc.property(fc.oneof(anyText, anySign), (text) => {
        const printed: string[] = [];
        const keep = (part: string) => void printed.push(part);
        const io = guarded({ stdout: keep, stderr: keep, cwd: '/', env: {} });
        io.stdout(text);
        io.stderr(text);
        for (const part of printed) {
          // eslint-disable-next-line no-control-regex
          assert.doesNotMatch(part, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
          assert.equal(part.split('\n').length, text.split('\n').length);
        }
        io.stdout(jsonText({ text }, 2));
        assert.equal(printed[2], jsonText({ text }, 2));
      }),
      trials(500),
    ));
});
