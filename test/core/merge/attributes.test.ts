import assert from 'node:assert/strict';
import { findRivals, mergeRuleOf, withAttributes } from '../../../src/core/merge/attributes';

/** What decides about `archives/a.txt.gloss.yaml`: the file and the value. */
function decided(files: Readonly<Record<string, string>>, path = 'archives/a.txt.gloss.yaml'): string | null {
  const all = Object.entries(files).map(([at, text]) => ({ path: at, text }));
  const rule = mergeRuleOf(all, path);
  return rule && `${rule.path}: ${rule.value}`;
}

describe('git’s attributes', () => {
  const [sidecars, manifest] = ['*.gloss.yaml merge=postgloss', 'postgloss.yaml merge=postgloss'];

  it('get the lines that they lack, at the end, and nothing else', () => {
    assert.equal(withAttributes(''), `${sidecars}\n${manifest}\n`);
    assert.equal(withAttributes('*.txt text\n'), `*.txt text\n${sidecars}\n${manifest}\n`);
    assert.equal(withAttributes('*.txt text'), `*.txt text\n${sidecars}\n${manifest}\n`);
    assert.equal(withAttributes('*.txt text\r\n*.md'), `*.txt text\r\n*.md\r\n${sidecars}\r\n${manifest}\r\n`);
    assert.equal(
      withAttributes(`  *.gloss.yaml \t merge=postgloss\r\n`),
      `  *.gloss.yaml \t merge=postgloss\r\n${manifest}\r\n`,
    );
    const whole = `${manifest}\n# more\n${sidecars}`;
    assert.equal(withAttributes(whole), whole);
  });

  it('tell of each line that has our files merged in another way', () => {
    const text = [
      sidecars,
      '# *.gloss.yaml merge=union',
      '*.gloss.yaml merge=union',
      ' "entities.gloss.yaml" text -merge ',
      'postgloss.yaml !merge',
      '*.yaml merge=union',
      '*.gloss.yaml text',
      'a.gloss.yml merge\r',
      manifest,
    ].join('\n');
    assert.deepEqual(findRivals(text), [
      { line: 3, text: '*.gloss.yaml merge=union', value: 'union' },
      { line: 4, text: '"entities.gloss.yaml" text -merge', value: '-merge' },
      { line: 5, text: 'postgloss.yaml !merge', value: '!merge' },
      { line: 8, text: 'a.gloss.yml merge', value: 'merge' },
    ]);
  });

  it('takes the last line that fits', () => {
    const lines = '*.yaml merge=union\r\n*.gloss.yaml text merge=postgloss\r\n';
    assert.equal(decided({ '.gitattributes': lines }), '.gitattributes: postgloss');
    assert.equal(decided({ '.gitattributes': lines }, 'postgloss.yaml'), '.gitattributes: union');
    assert.equal(decided({ '.gitattributes': `${lines}* -merge\n` }), '.gitattributes: ');
    assert.equal(decided({ '.gitattributes': '# *.yaml merge=union\n*.yaml text\n*.txt merge=union\n' }), null);
  });

  it('takes the nearest folder first, and none beside the way', () => {
    const files = {
      '../.gitattributes': '*.yaml merge=union',
      'archives/.gitattributes': 'a.txt.gloss.yaml merge=postgloss',
      'notes/.gitattributes': '* merge=union',
    };
    assert.equal(decided(files), 'archives/.gitattributes: postgloss');
    assert.equal(decided(files, 'archives/b.txt.gloss.yaml'), '../.gitattributes: union');
  });

  it('reads patterns with a slash from their own folder', () => {
    assert.equal(decided({ '.gitattributes': '/archives/*.yaml merge=union' }), '.gitattributes: union');
    assert.equal(decided({ '.gitattributes': 'archives/** merge=union' }), '.gitattributes: union');
    assert.equal(decided({ '.gitattributes': 'other/*.yaml merge=union' }), null);
    assert.equal(decided({ '.gitattributes': '/*.yaml merge=union' }), null);
  });

  it('says where the line is', () => {
    const text = '*.txt text\n*.yaml merge=union\n';
    const { start, end } = mergeRuleOf([{ path: '.gitattributes', text }], 'x.yaml')?.span ?? { start: 0, end: 0 };
    assert.equal(text.slice(start, end), '*.yaml merge=union');
  });
});
