import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linkTarget } from '../../../src/core/entity-page/link-target';
import { trials } from '../../support/trials';

const addressOf = (name: string, target: string) => linkTarget(name, target)?.address ?? null;
const placeOf = (target: string) => linkTarget('profile', target)?.place ?? null;

describe('the links of the registry', () => {
  it('lead to the web, to mail, and to items of Wikidata', () => {
    assert.equal(addressOf('profile', 'https://example.org/lind'), 'https://example.org/lind');
    assert.equal(addressOf('profile', ' HTTP://example.org '), 'http://example.org/');
    assert.equal(addressOf('mail', 'mailto:lind@example.org'), 'mailto:lind@example.org');
    assert.equal(addressOf('wikidata', 'Q42'), 'https://www.wikidata.org/wiki/Q42');
    assert.equal(addressOf('Wikidata', 'q42'), 'https://www.wikidata.org/wiki/Q42');
    assert.equal(addressOf('profile', 'http://häfen.example/'), 'http://xn--hfen-loa.example/');
    assert.equal(addressOf('profile', 'http://[::1]:80/'), 'http://[::1]/');
    assert.equal(addressOf('viaf', 'Q42'), null);
  });

  it('tell the place to which they lead, in a form that cannot be mistaken', () => {
    assert.equal(placeOf('https://Example.org:8080/a?b#c'), 'example.org:8080');
    assert.equal(placeOf('https://example.org/https://other.example/'), 'example.org');
    assert.equal(placeOf('https://example.org.other.example/'), 'example.org.other.example');
    // The first letter is Cyrillic.
    assert.equal(placeOf('https://\u0435xample.org/'), 'xn--xample-2of.org');
    assert.equal(placeOf('http://example%2eorg/'), 'example.org');
    assert.equal(placeOf('http://2130706433/'), '127.0.0.1');
    assert.equal(placeOf('mailto:lind@example.org'), 'lind@example.org');
    assert.equal(linkTarget('wikidata', 'Q42')?.place, 'www.wikidata.org');
  });

  for (const target of [
    'https://example.org@other.example/',
    'https://example.org:pass@other.example/',
    'https://@other.example/',
    'https://:@other.example/',
    'https:\\\\example.org@other.example/',
    `https://${'a.'.repeat(200)}example/`,
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
      assert.equal(addressOf('wikidata', target), null);
      assert.equal(addressOf('url', target), null);
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
        const address = addressOf(name, target);
        if (address === null) return;
        assert.match(address, /^(?:https?:\/\/|mailto:)[^\s"<>]*$/i);
        if (!address.startsWith('mailto:')) assert.doesNotMatch(address, /^\w+:\/\/[^/]*@/);
      }),
      trials(500),
    );
  });
});
