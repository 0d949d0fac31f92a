import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inert, inertLines, message, pathName } from '../../../src/editor/ui/inert';
import { trials } from '../../support/trials';

/** The links that VS Code finds in a message, a prompt or the message of a view (`parseLinkedText` in its `linkedText.ts`). */
const LINK = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;

/** The icons that it draws in lists, buttons and the status bar (`renderLabelWithIcons` in its `iconLabels.ts`). */
const ICON = /(\\)?\$\(([A-Za-z0-9-]+(?:~[A-Za-z]+)?)\)/g;

/** What a notification does to its text first. */
const asNotification = (text: string) => text.replace(/(\r\n|\n|\r)/gm, ' ').trim();

const acts = (text: string) => [...text.matchAll(LINK), ...text.matchAll(ICON)].map(([found]) => found);

/** Characters that hide or reorder text, by a list of their own. */
// eslint-disable-next-line no-control-regex
const HIDING = /[\u0000-\u001f\u007f-\u009f\u061c\u2028\u2029\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/;

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '[',
          ']',
          '(',
          ')',
          '](',
          '[Undo](',
          'command:',
          'command:workbench.action.quit',
          'https://x.example',
          'file:',
        ],
        ...[
          '$(',
          '$',
          '\\',
          'trash',
          '~spin',
          ')',
          ' "',
          "'",
          '\r',
          '\n',
          '\r\n',
          '\u2028',
          '\u202e',
          '\u0085',
          '\u200b',
        ],
        ...['[x](command:y)', '[x](https://x.example "z")', '$(zap)', '\\$(zap)', '\ud83d', '\ude00', ' ', '\u2066'],
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

const isWellFormed = (text: string) => !/\p{Cs}/u.test(text);

describe('texts that VS Code shows', () => {
  it('the grammar of this test finds the links and icons of VS Code', () => {
    for (const text of [
      '[a](command:b)',
      '[a](https://b.example)',
      '[a](FILE:///b)',
      `[a](command:b?%5B1%5D 'c')`,
      '[a[b](command:c)',
      '[a\n](command:c)',
      '$(trash)',
      '$(sync~spin)',
      '\\$(trash)',
    ])
      assert.equal(acts(text).length, 1, text);
    assert.deepEqual(acts('[a] (command:b) $ (trash) [](command:b) [a](vscode:b)'), []);
  });

  it('E2: hold no link, no icon and nothing that hides or reorders text, whatever a file says', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, two) => {
        // A text of our own around and between two strange ones, so that neither is a link alone.
        for (const text of [one, `Delete “${one}”.`, `[${one}](${two})`, `${one}](${two})`, `$(${one})`]) {
          const shown = inert(text);
          assert.deepEqual(acts(asNotification(shown)), []);
          assert.doesNotMatch(shown, HIDING);
          assert.equal(shown, inert(shown));
          assert.ok(isWellFormed(shown));
          for (const line of inertLines(text).split('\n')) {
            assert.deepEqual(acts(line), []);
            assert.doesNotMatch(line, HIDING);
          }
          assert.deepEqual(acts(inertLines(text)), []);
        }
      }),
      trials(2000),
    );
  });

  it('are bounded, and no pair of surrogates is cut in two', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 0, max: 2000 }), (text, times) => {
        const long = text + '\ud83d\ude00'.repeat(times);
        const shown = message(long);
        assert.ok(isWellFormed(shown));
        // Each hidden unit may take ten characters, `<U+10FFFF>`.
        assert.ok(shown.length <= 10_000);
        if (long === shown) assert.ok(long.length <= 1000);
        const path = pathName(long);
        assert.ok(isWellFormed(path) && path.length <= 1000);
      }),
      trials(500),
    );
    assert.equal(message('a'.repeat(1001)), `${'a'.repeat(999)}…`);
    assert.equal(pathName(`${'folder/'.repeat(30)}letters.txt`).slice(-20), 'r/folder/letters.txt');
    assert.equal(pathName(`${'folder/'.repeat(30)}letters.txt`).length, 100);
  });

  it('read as they are written, where nothing in them would act', () => {
    for (const text of [
      'Mara [Lind] (of Basra)',
      'Delete “Mara Lind”? It costs $5 (or more).',
      'https://example.org/a?b=[c]',
      'می\u200cرود',
      '👩\u200d🚀 and ❤\ufe0f',
      'Qāsim Örän, Čapek, 東京, ירושלים, القاهرة',
    ])
      assert.equal(inert(text), text);
    assert.equal(inert('Mara [Lind](of Basra)'), 'Mara [Lind] (of Basra)');
    assert.equal(inertLines('one\r\ntwo\nthree'), 'one\ntwo\nthree');
  });
});
