import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linkAddress } from '../../../src/core/entity-page/link-address';
import { trials } from '../../support/trials';

describe('the addresses of links', () => {
  it('are those of the web and of mail, and items of Wikidata', () => {
    assert.equal(linkAddress('profile', 'https://example.org/lind'), 'https://example.org/lind');
    assert.equal(linkAddress('profile', ' HTTP://example.org '), 'http://example.org/');
    assert.equal(linkAddress('mail', 'mailto:lind@example.org'), 'mailto:lind@example.org');
    assert.equal(linkAddress('wikidata', 'Q42'), 'https://www.wikidata.org/wiki/Q42');
    assert.equal(linkAddress('Wikidata', 'q42'), 'https://www.wikidata.org/wiki/Q42');
    assert.equal(linkAddress('profile', 'http://häfen.example/'), 'http://xn--hfen-loa.example/');
    assert.equal(linkAddress('profile', 'http://[::1]:80/'), 'http://[::1]/');
    assert.equal(linkAddress('viaf', 'Q42'), null);
  });

  for (const target of [
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'command:workbench.action.quit',
    'vscode://file/etc/passwd',
    'file:///etc/passwd',
    'data:text/html,<script>alert(1)</script>',
    '//example.org',
    'example.org',
    'https:example.org',
    'http://',
    'http://"',
    'http://exa"mple.org/',
    'https://exa mple.org',
    '\u202ehttps://example.org',
    'mailto:lind@example.org?attach=/etc/passwd',
    'mailto:<lind@example.org>',
    'Q42/../../x',
    '',
    `https://example.org/${'a'.repeat(2000)}`,
  ]) {
    it(`E2: ${JSON.stringify(target.slice(0, 40))} is none`, () => {
      assert.equal(linkAddress('wikidata', target), null);
      assert.equal(linkAddress('url', target), null);
    });
  }

  it('E2: never have another scheme, whatever is written', () => {
    const pieces = fc.constantFrom(
      'http',
      'https',
      'javascript',
      'mailto',
      ':',
      '//',
      '/',
      '@',
      '\\',
      '"',
      "'",
      '<',
      ' ',
      'x.y',
      '\t',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.constantFrom('wikidata', 'url'), text, (name, target) => {
        const address = linkAddress(name, target);
        if (address !== null) assert.match(address, /^(?:https?:\/\/|mailto:)[^\s"<>]*$/i);
      }),
      trials(500),
    );
  });
});
