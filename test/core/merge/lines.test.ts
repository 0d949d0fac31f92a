import assert from 'node:assert/strict';
import { shift } from '../../../src/core/merge/lines';
import { mergeTexts } from '../../../src/core/merge/merge-texts';

describe('shift', () => {
  const lines = ['first:', '  - a', '', '    # deep', '  b', ''].join('\n');

  it('moves all lines but the first and the empty ones, and back', () => {
    const right = ['first:', '     - a', '', '       # deep', '     b', ''].join('\n');
    assert.equal(shift(lines, 3), right);
    assert.equal(shift(right, -3), lines);
    assert.equal(shift(lines, 0), lines);
    assert.equal(shift(lines, -2), ['first:', '- a', '', '  # deep', 'b', ''].join('\n'));
  });

  it('brings a comment to the margin that has too little space, and refuses another line', () => {
    assert.equal(shift('a\n # b\n   c', -2), 'a\n# b\n c');
    assert.throws(() => shift('a\n b', -2), RangeError);
    assert.throws(() => shift(lines, -3), RangeError);
  });
});

/** One record with comments above it, in a file with comments above and below. */
const file = (comments: readonly [string, string, string], quote = 'ships') =>
  `${comments[0]}postgloss: 1\nannotations:\n${comments[1]}  - id: a\n    quote: ${quote}\n${comments[2]}`;

describe('the comments of a merged file', () => {
  const base = ['# top\n', '  # of a\n', '# end\n'] as const;
  const at = (place: number, text: string): [string, string, string] => {
    const all: [string, string, string] = [...base];
    all[place] = text;
    return all;
  };
  const merged = (ours: string, theirs: string) => {
    const result = mergeTexts({ base: file(base), ours, theirs });
    assert(result.kind === 'merged');
    return result.text;
  };

  it('follow the side that changed them, wherever they stand, beside a change of the other', () => {
    for (const place of [0, 1, 2]) {
      const indent = place === 1 ? '  ' : '';
      for (const text of [`${indent}# other\n`, '', `${base[place] ?? ''}${indent}# more\n`]) {
        const commented = file(at(place, text));
        const changed = file(base, 'docks');
        const both = file(at(place, text), 'docks');
        assert.equal(merged(commented, changed), both);
        assert.equal(merged(changed, commented), both);
      }
    }
  });

  it('are kept of both sides where both added some', () => {
    for (const place of [0, 1, 2]) {
      const indent = place === 1 ? '  ' : '';
      const old = base[place] ?? '';
      const ours = file(at(place, `${old}${indent}# ours\n`), 'docks');
      const theirs = file(at(place, `${old}${indent}# theirs\n`));
      const text = merged(ours, theirs);
      for (const comment of ['# top', '# of a', '# end', '# ours', '# theirs']) {
        assert.equal(text.split(`${comment}\n`).length, 2, `${comment} in\n${text}`);
      }
    }
  });
});

describe('annotations that two people made alike', () => {
  const empty = 'postgloss: 1\nannotations: []\n';
  const made = (...records: readonly string[]) => `postgloss: 1\nannotations:\n${records.join('')}`;
  const tagged = (id: string, more = '') => `  - id: ${id}\n    quote: ships\n    tags:\n      - claim\n${more}`;
  const note = '    note: Look again\n';
  const ids = (ours: string, theirs: string) => {
    const result = mergeTexts({ base: empty, ours, theirs });
    assert(result.kind === 'merged');
    return [...result.text.matchAll(/- id: (.)/g)].map(([, id]) => id);
  };

  it('become one, with the note that one of them has', () => {
    for (const [ours, theirs] of [
      [tagged('a'), tagged('b')],
      [tagged('a', note), tagged('b')],
      [tagged('a'), tagged('b', note)],
      [tagged('a', note), tagged('b', note)],
    ] as const) {
      assert.equal(ids(made(ours), made(theirs)).length, 1, ours + theirs);
    }
  });

  it('stay two where their notes differ, or where it is not sure which of several is meant', () => {
    const other = '    note: Never mind\n';
    assert.equal(ids(made(tagged('a', note)), made(tagged('b', other))).length, 2);
    assert.equal(ids(made(tagged('a', note), tagged('b', other)), made(tagged('c'))).length, 3);
    assert.equal(ids(made(tagged('c')), made(tagged('a', note), tagged('b', other))).length, 3);
  });
});
