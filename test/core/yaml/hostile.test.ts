import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readManifest } from '../../../src/core/entities/manifest';
import { readRegistry } from '../../../src/core/entities/registry';
import { readSidecar } from '../../../src/core/sidecar/read-sidecar';
import { readYaml } from '../../../src/core/yaml/read-yaml';
import { itSlow, trials } from '../../support/trials';
import { OPENINGS } from '../../support/openings';
import { UNUSUAL_SIDECAR } from '../../support/unusual-sidecar';

/** Nothing that a person could send may take longer, in milliseconds of the processor: other programs may slow the clock on the wall. */
const LIMIT = 1000;

function reads(text: string, what: string): void {
  const start = process.cpuUsage();
  const { root, problems, sound } = readYaml(text);
  const { user, system } = process.cpuUsage(start);
  const took = (user + system) / 1000;
  assert(took < LIMIT, `${what} took ${Math.round(took)} ms`);
  assert.equal(sound, problems.every((problem) => problem.severity !== 'error') && root !== null);
  for (const { message, span } of problems) {
    assert(message.length > 0 && message.length < 400, message);
    assert(span.start >= 0 && span.start <= span.end, `${what}: ${JSON.stringify(span)}`);
  }
}

describe('reading hostile YAML', () => {
  // The library ends the whole process on some of these, and only after others: so all of them are read in one.
  it('B11: survives nesting of every kind and depth, one after the other in one process', function () {
    this.timeout(60_000);
    const depths = [1, 2, 30, 63, 64, 65, 100, 300, 850, 857, 864, 871, 900, 1200, 2500, 5000];
    for (const opening of OPENINGS) {
      for (const depth of depths) {
        reads(`${opening.repeat(depth)}a`, `${JSON.stringify(opening)} × ${depth}`);
        if (opening === '[' || opening === '{') {
          const closing = opening === '[' ? ']' : '}';
          reads(opening.repeat(depth) + closing.repeat(depth), `${opening}${closing} × ${depth}`);
        }
      }
    }
    for (const depth of depths.slice(0, 10)) {
      const lines = Array.from({ length: depth }, (_, i) => `${' '.repeat(i)}k:\n`);
      reads(lines.join(''), `a map nested by indentation × ${depth}`);
    }
    reads(`${'? '.repeat(400)}a`, 'the 801 bytes that hang the library');
  });

  itSlow('B10, B12: bounds bombs, floods of one token and huge maps', function () {
    this.timeout(60_000);
    const laughs = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [name, last] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg', 'ih'].map((pair) => pair.split(''))) {
      laughs.push(`${name}: &${name} [${Array(9).fill(`*${last}`).join(', ')}]`);
    }
    reads(laughs.join('\n'), 'a billion laughs');
    for (const token of ['&a ', '"']) reads(token.repeat(Math.floor(100_000 / token.length)), `100 KB of ${token}`);
    for (const token of [
      '&a ',
      '*a ',
      '!a ',
      "'",
      '"',
      '|\n',
      '-\n',
      ': ',
      ',',
      ']',
      '}',
      '# ',
      '\t',
      '\r',
      '%',
      '---\n',
      '...\n',
      '>-\n ',
      '|9\n',
      '|-1\n',
      'k: v\n',
      '@',
      '`',
      '[',
      '? ',
      '\\',
      '<<: ',
      'a:\n ',
    ]) {
      reads(token.repeat(Math.floor(30_000 / token.length)), `30 KB of ${JSON.stringify(token)}`);
    }
    const keys = Array.from({ length: 20_000 }, (_, i) => `key${i}: value`);
    reads(keys.join('\n'), 'a map of 20,000 keys');
    reads(`{${keys.join(', ')}}`, 'a flow map of 20,000 keys');
    reads(`a: ${'x'.repeat(5_000_000)}`, 'a line of 5 MB');
    reads(`a: "${'\\u0041'.repeat(300_000)}"`, 'a quoted line of 1.8 MB');
    reads('='.repeat(3_000_000), 'a line of 3 MB of =');
  });

  it('B23: never throws, whatever was cut, shuffled or put into a file', () => {
    const pieces = fc.constantFrom(
      ...[
        'postgloss: 1\n',
        'annotations:\n',
        '  - id: a\n',
        '    quote: x\n',
        '    tags: [a, b]\n',
        '    tags:\n      - c\n',
      ],
      ...[
        '    note: |-\n      two\n      lines\n',
        '  - {quote: "y", tags: {a: b}}\n',
        '  -\n',
        '- ',
        '? ',
        ': ',
        '&a ',
        '*a',
        '!t ',
        '"',
        "'",
      ],
      ...[
        '#',
        '\r\n',
        '\t',
        '  ',
        '[',
        ']',
        '{',
        '}',
        ',',
        '|',
        '>',
        '%YAML 1.1\n',
        '---\n',
        '...\n',
        '<<<<<<< a\n',
        '\ufeff',
        '\0',
        '\u2028',
        '\ud800',
      ],
      ...[
        '__proto__: ',
        'constructor: ',
        'entities:\n',
        'archives:\n',
        '  - files: "**"\n',
        'links: {a: [b]}\n',
        'aliases: x\n',
      ],
    );
    const text = fc.oneof(
      fc.array(pieces, { maxLength: 30 }).map((list) => list.join('')),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .tuple(fc.nat(UNUSUAL_SIDECAR.length), fc.nat(UNUSUAL_SIDECAR.length), fc.string({ maxLength: 4 }))
        .map(([a, b, put]) => {
          return UNUSUAL_SIDECAR.slice(0, Math.min(a, b)) + put + UNUSUAL_SIDECAR.slice(Math.max(a, b));
        }),
      fc.shuffledSubarray(UNUSUAL_SIDECAR.split('\n')).map((lines) => lines.join('\n')),
    );
    fc.assert(
      fc.property(text, (hostile) => {
        reads(hostile, 'a random file');
        for (const { problems, writable } of [readSidecar(hostile), readRegistry(hostile), readManifest(hostile)]) {
          if (!writable)
            assert(
              problems.some((problem) => problem.severity === 'error'),
              'read-only without a reason',
            );
        }
      }),
      trials(200),
    );
  });

  it('B2: never takes a sidecar that was cut off inside a line for a whole one without saying so, and never throws', () => {
    for (let at = 0; at <= UNUSUAL_SIDECAR.length; at++) readSidecar(UNUSUAL_SIDECAR.slice(0, at));
  });
});
