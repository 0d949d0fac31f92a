import assert from 'node:assert/strict';
import fc from 'fast-check';
import { visible } from '../../src/core/text';
import { escapeMarkdown } from '../../src/editor/ui/escape-markdown';
import { trials } from '../support/trials';

// What files say is shown in hovers, which are Markdown. Nothing in it may be more than text.

const PAYLOADS = [
  '[x](command:workbench.action.terminal.new)',
  '[x](javascript:alert(1))',
  '[x](vscode://file/etc/passwd)',
  '[x](file:///etc/passwd)',
  '[x]: https://evil.example\n[x]',
  '<https://evil.example>',
  '<a href="command:x">y</a>',
  '<img src=https://evil.example/x.png>',
  '![x](https://evil.example/x.png)',
  '![x][y]',
  '$(trash)',
  '`code`',
  '# heading',
  '| a | b |\n|---|---|',
  '- [ ] item',
  '&lt;b&gt;',
  '\\[x\\](command:y)',
  '    indented',
  '***',
  '~~~\nfence\n~~~',
];

/** The characters that Markdown gives a meaning to are the punctuation of ASCII; a backslash before one takes it away. */
const PUNCTUATION = /[!-/:-@[-`{-~]/;

/** The text that escaped Markdown shows; fails where a mark has its meaning. */
function shown(markdown: string): string {
  let text = '';
  for (let at = 0; at < markdown.length; at++) {
    const unit = markdown[at] ?? '';
    if (unit === '\\') {
      at++;
      assert.match(markdown[at] ?? '', PUNCTUATION, `a backslash escapes nothing in ${JSON.stringify(markdown)}`);
      text += markdown[at] ?? '';
    } else {
      assert.doesNotMatch(unit, PUNCTUATION, `${unit} has a meaning in ${JSON.stringify(markdown)}`);
      text += unit;
    }
  }
  return text;
}

const lines = (text: string) => text.split(/\r\n?|\n/).map((line) => line.trim());

describe('text of files in Markdown', () => {
  it('E2, E3: is text and nothing else: no link, image, icon, HTML or block', () => {
    for (const payload of PAYLOADS) {
      const markdown = escapeMarkdown(payload);
      assert.deepEqual(lines(shown(markdown)), lines(payload).map(visible), payload);
      // Four spaces at the start of a line would make it code.
      for (const line of markdown.split('\n')) assert.doesNotMatch(line, /^\s/, payload);
    }
  });

  it('E2, E3: is that text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom(...PAYLOADS), (a, b, payload) => {
        const text = `${a}${payload}\n${b}`;
        assert.deepEqual(lines(shown(escapeMarkdown(text))), lines(text).map(visible));
      }),
      trials(500),
    );
  });
});
