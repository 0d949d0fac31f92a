import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createMatcher, type Form } from '../../../src/core/match';
import { trials } from '../../support/trials';
import { describeMentions, formsAndText } from './arbitraries';
import { findPlainly, isPossible } from './reference';

/** The stretches that are found in a text, each with the form it was found by. */
function find(text: string, ...forms: (string | Form)[]): [string, string][] {
  const matcher = createMatcher(
    forms.map((form, entity) => (typeof form === 'string' ? { text: form, entity } : form)),
  );
  const mentions = matcher.match(text);
  return Array.from({ length: mentions.count }, (_, i) => [
    text.slice(mentions.start(i), mentions.end(i)),
    matcher.formText(mentions.form(i)),
  ]);
}

function stretches(text: string, ...forms: (string | Form)[]): string[] {
  return find(text, ...forms).map(([stretch]) => stretch);
}

const folding = (text: string, entity = 0): Form => ({ text, entity, fold: true });

describe('match', () => {
  it('finds whole words, next to apostrophes and hyphens too', () => {
    assert.deepEqual(stretches('Tehran’s new scheme', 'Tehran'), ['Tehran']);
    assert.deepEqual(stretches('the US-led coalition', 'US'), ['US']);
    assert.deepEqual(stretches('Iranian pro-Iran Iran_2 Iran2 Иран', 'Iran'), ['Iran']);
  });

  it('takes the longest form at the first place', () => {
    assert.deepEqual(stretches('New Port City Hall', 'New Port', 'New Port City', 'City Hall'), ['New Port City']);
    assert.deepEqual(stretches('New Port Side', 'New Port Sides', 'New'), ['New']);
  });

  it('finds forms that begin or end with other characters than those of words', () => {
    assert.deepEqual(stretches('Yahoo! and .NET, Inc., Yahoo', 'Yahoo!', '.NET', 'Inc.'), ['Yahoo!', '.NET', 'Inc.']);
    assert.deepEqual(stretches('C++11 with R! and R!x', 'C++', 'R!'), ['C++', 'R!', 'R!']);
  });

  it('takes apostrophes, hyphens and spaces for alike', () => {
    for (const apostrophe of "'’‘ʼʹ′`´ʿʾʻ") assert.equal(stretches(`Da${apostrophe}wa`, "Da'wa").length, 1, apostrophe);
    for (const hyphen of '-‐‑–−') assert.equal(stretches(`Al${hyphen}Hakim`, 'Al-Hakim').length, 1, hyphen);
    for (const space of [' ', '\u00a0', '\u202f', '\t', '  ', '\n', '\r\n', '\r', ' \r\n\t']) {
      assert.deepEqual(stretches(`Al${space}Hakim.`, 'Al Hakim'), [`Al${space}Hakim`], JSON.stringify(space));
    }
  });

  it('does not cross a blank line', () => {
    for (const space of ['\n\n', '\r\n\r\n', '\r\r', '\n \n', '\n\r']) {
      assert.deepEqual(stretches(`Al${space}Hakim.`, 'Al Hakim', 'Hakim'), ['Hakim'], JSON.stringify(space));
    }
  });

  it('sees through composition and soft hyphens', () => {
    assert.deepEqual(stretches('Café, Cafe\u0301!', 'Café'), ['Café', 'Cafe\u0301']);
    assert.deepEqual(stretches('Café, Cafe\u0301!', 'Cafe'), []);
    assert.deepEqual(stretches('\u00adTeh\u00adran\u00ad, \u1100\u1161', 'Tehran', '가'), [
      'Teh\u00adran',
      '\u1100\u1161',
    ]);
  });

  it('does not part a character from its marks', () => {
    assert.deepEqual(stretches('Yahoo!\u0301 x\u0301', 'Yahoo!', 'x'), []);
    assert.deepEqual(stretches('b.\u0301 b.\u0301a', folding('b.')), ['b.\u0301']);
  });

  it('folds case and diacritics where told to', () => {
    assert.deepEqual(find('ÉLAN élan elan', folding('Elan'), 'élan'), [
      ['ÉLAN', 'Elan'],
      ['élan', 'élan'],
      ['elan', 'Elan'],
    ]);
    assert.deepEqual(
      stretches('Sørlåth ΟΔΟΣ İzmir ŁÓDŹ', folding('sorlath'), folding('οδος'), folding('izmir'), folding('Łódź')),
      ['Sørlåth', 'ΟΔΟΣ', 'İzmir', 'ŁÓDŹ'],
    );
    assert.deepEqual(stretches('مُحَمَّد', folding('محمد')), ['مُحَمَّد']);
    assert.deepEqual(stretches('किताब かき', folding('कतब'), folding('がき')), []);
  });

  it('prefers the longer form, and of two the exact one', () => {
    assert.deepEqual(find('May Day', 'May', folding('may day'), 'May Day'), [['May Day', 'May Day']]);
    assert.deepEqual(find('May DAY', 'May', folding('may day'), 'May Day'), [['May DAY', 'may day']]);
  });

  it('names every entity that goes by a form', () => {
    const matcher = createMatcher([
      { text: 'Hakim', entity: 7 },
      { text: 'Hakim', entity: 3 },
      { text: ' Hakim', entity: 7 },
      { text: 'Da’wa', entity: 1 },
      { text: "Da'wa", entity: 1 },
    ]);
    assert.equal(matcher.formCount, 2);
    const mentions = matcher.match('Hakim');
    assert.equal(mentions.count, 1);
    assert.deepEqual(matcher.entitiesOf(mentions.form(0)), [7, 3]);
    assert.equal(matcher.formText(1), 'Da’wa');
    assert.deepEqual(matcher.entitiesOf(1), [1]);
    assert.deepEqual(matcher.entitiesOf(2), []);
  });

  it('lists the forms that can never be mentioned', () => {
    const texts = ['', ' \n', '--', '\u0301', '!\u0301', 'a\ud800', 'good', '😀', '\u00ad'];
    const matcher = createMatcher(texts.map((text) => ({ text, entity: 0 })));
    assert.deepEqual(
      matcher.rejected.map(({ index, reason }) => `${index} ${reason}`),
      [
        '0 empty',
        '1 empty',
        '2 no word character',
        '3 starts with an attached mark',
        '4 no word character',
        '5 half a character',
        '7 no word character',
        '8 empty',
      ],
    );
    assert.equal(matcher.formCount, 1);
  });

  it('finds nothing without forms or text', () => {
    assert.equal(createMatcher([]).match('Tehran').count, 0);
    assert.equal(createMatcher([{ text: 'Tehran', entity: 0 }]).match('').count, 0);
  });

  it('finds what the plain reference finds', () => {
    fc.assert(
      fc.property(formsAndText(10), ([forms, text]) => {
        const matcher = createMatcher(forms);
        assert.deepEqual(describeMentions(matcher, matcher.match(text)), findPlainly(text, forms));
        assert.equal(matcher.rejected.length, forms.filter((form) => !isPossible(form)).length);
      }),
      trials(6_000),
    );
  });

  it('finds what it would find alone anywhere in a long text, across the blocks in which it reads', () => {
    const forms = ['Port City', 'Café', 'al-Hakim', '😀 Inc.', folding('port of call')];
    for (const [name, filling] of Object.entries({
      composed: 'x é ',
      decomposed: 'e\u0301 \u00ad',
      doubtful: '\u202f\u0438\u0131 مح ',
    })) {
      const names = ['Port City', 'Café', 'al–Hakim', '😀 Inc.', 'PORT\nOF CALL'];
      for (const found of names) {
        for (let length = 4070; length < 4110; length++) {
          const text = `${filling.repeat(length).slice(0, length)} ${found}; ${filling} ${names[0] ?? ''}`;
          assert.deepEqual(stretches(text, ...forms), [found, names[0]], `${name} ${length}`);
          const within = `${text.slice(0, length)} xPort City`;
          assert.deepEqual(stretches(within, ...forms), [], `${name} ${length}`);
        }
      }
    }
  });

  it('keeps apart the few forms of a small table, wherever in it they lie', () => {
    const letters = 'abcdefghijkl'.match(/./g) ?? [];
    const words = letters.flatMap((a) => letters.flatMap((b) => [`${a}${b}`, `${a} ${b}${a}`]));
    for (let from = 0; from + 7 <= words.length; from += 7) {
      const chosen = words.slice(from, from + 7);
      const matcher = createMatcher(chosen.map((text, entity) => ({ text, entity })));
      for (const word of words) {
        const found = matcher.match(word);
        const whole = Array.from({ length: found.count }, (_, i) => word.slice(found.start(i), found.end(i)));
        assert.equal(whole.includes(word), chosen.includes(word), `${word} of ${chosen.join()}`);
        if (chosen.includes(word)) assert.deepEqual(matcher.entitiesOf(found.form(0)), [chosen.indexOf(word)]);
      }
    }
  });

  it('keeps thousands of forms apart', () => {
    const names = Array.from({ length: 5000 }, (_, i) => `N${i.toString(36)} ${(i * 7919).toString(36)}`);
    const found = stretches(names.join('; '), ...names);
    assert.deepEqual(found, names);
  });
});
