import assert from 'node:assert/strict';
import type { OpenArchive } from '../../../src/core/archive/open-archive';
import { concordance, search } from '../../../src/core/search/search';
import { wordFinder, wordsOf } from '../../../src/core/search/find-words';
import { foldName, namePattern } from '../../../src/core/search/folding';
import { nearPlaces } from '../../../src/core/search/near';
import { paragraphsOf, sentencesOf } from '../../../src/core/search/segments';
import { harbourArchive } from '../../support/harbour-archive';
import { query } from './query';

const words = (text: string, asked: string, prefix = false) =>
  wordFinder(asked, prefix)
    .all(text)
    .map(({ start, end }) => text.slice(start, end));

const shown = (archive: OpenArchive, text: string) =>
  search(archive, query(text)).places.map(({ post, span, text: { text: whole }, kind, group }) => {
    const what = kind === 'post' ? (post?.id ?? '') : span ? whole.slice(span.start, span.end) : 'lost';
    return group === null ? what : `${group}: ${what}`;
  });

describe('words of queries', () => {
  it('are found whole, whatever their case and diacritics', () => {
    assert.deepEqual(words('Żółw, zolw; ZÓŁW? zolwie', 'zolw'), ['Żółw', 'zolw', 'ZÓŁW']);
    assert.deepEqual(words('e\u0301lan ÉLAN elans', 'élan'), ['e\u0301lan', 'ÉLAN']);
    assert.deepEqual(words('كَتَبَ كتب', 'كتب'), ['كَتَبَ', 'كتب']);
    assert.deepEqual(words('Σίσυφος ΣΊΣΥΦΟΣ', 'σισυφοσ'), ['Σίσυφος', 'ΣΊΣΥΦΟΣ']);
    assert.deepEqual(words('sea seas undersea sea', 'sea'), ['sea', 'sea']);
  });

  it('keep the vowels of scripts whose marks are vowels', () => {
    assert.deepEqual(words('कि का', 'कि'), ['कि']);
  });

  it('are found beside hyphens and apostrophes, and in order whatever stands between', () => {
    assert.deepEqual(words('al-Hakim, Hakim’s', 'hakim'), ['Hakim', 'Hakim']);
    assert.deepEqual(words('al Hakim al–Hakim alHakim', 'al-hakim'), ['al Hakim', 'al–Hakim']);
    assert.deepEqual(words('sea, the “wall” sea wall', 'sea wall'), ['sea wall']);
  });

  it('may begin a word, which is then found whole', () => {
    assert.deepEqual(words('militia Militias paramilitia', 'milit', true), ['militia', 'Militias']);
  });

  it('are characters where no spaces are written', () => {
    assert.deepEqual(words('港口关闭了', '港口'), ['港口']);
    assert.deepEqual(words('港の口', '港口'), []);
    assert.equal(wordsOf('港口 is shut').length, 4);
  });

  it('are none where there is no letter', () => {
    assert.deepEqual(words('a …', '…'), []);
  });
});

describe('names of queries', () => {
  it('are compared whole, and by their parts around stars', () => {
    assert.equal(foldName('ŁÓDŹ'), 'lodz');
    const fits = (pattern: string, name: string) => namePattern(pattern, false)(name);
    assert.ok(fits('coast*', 'Coastal Review') && fits('*review', 'Coastal Review') && fits('c*l*w', 'Coastal Review'));
    assert.ok(!fits('coast', 'Coastal Review') && !fits('a*a', 'a') && !fits('*x*', 'Coastal Review'));
    assert.ok(!namePattern('a*', true)('ab') && namePattern('a*', true)('A*'));
  });
});

describe('NEAR', () => {
  const text = 'one two three two one';
  const span = (start: number, end: number) => ({ start: start + 10, end: end + 10 });
  it('counts the words between two places, and no place for near itself', () => {
    const two = [span(4, 7), span(14, 17)];
    assert.deepEqual(nearPlaces(text, 10, [span(0, 3)], two, 0), [span(0, 3), span(4, 7)]);
    assert.deepEqual(nearPlaces(text, 10, two, two, 0), []);
    assert.equal(nearPlaces(text, 10, two, two, 1).length, 4);
    assert.deepEqual(nearPlaces(text, 10, [span(0, 21)], two, 0), [span(0, 21), ...two]);
  });
});

describe('paragraphs and sentences', () => {
  const cut = (text: string, spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => text.slice(start, end));
  it('stand between blank lines, and end with their signs', () => {
    const text = 'A gate.\nShut? Yes.\r\n \r\nNext\n\n\nlast';
    assert.deepEqual(cut(text, paragraphsOf(text)), ['A gate.\nShut? Yes.', 'Next', 'last']);
    assert.deepEqual(cut(text, sentencesOf(text, { start: 0, end: 18 })), ['A gate.\n', 'Shut? ', 'Yes.']);
  });

  it('are the same in a long paragraph', () => {
    const text = 'It shut the gate. '.repeat(2000);
    assert.deepEqual(
      new Set(cut(text, sentencesOf(text, { start: 0, end: text.length }))),
      new Set(['It shut the gate. ']),
    );
    const long = 'x'.repeat(12_000);
    assert.equal(cut(long, sentencesOf(long, { start: 0, end: long.length })).join(''), long);
  });
});

describe('results', () => {
  it('are posts, passages, mentions and entities', async () => {
    const archive = await harbourArchive();
    assert.deepEqual(shown(archive, 'tag:claim'), [
      '2016-05-04/the-harbour-is-closed',
      '2017-11-30/a-captains-last-voyage',
    ]);
    assert.deepEqual(shown(archive, 'show:passages entity:oran'), []);
    assert.deepEqual(shown(archive, 'show:passages entity:oran in:sentence'), ['a mistake', 'took the bell with him']);
    assert.deepEqual(shown(archive, 'is:orphan show:passages'), ['lost']);
    assert.deepEqual(shown(archive, 'captain NEAR/0 entity:"qasim oran" show:mentions in:sentence'), [
      'Qasim Oran',
      'Oran',
    ]);
    const { entities, total } = search(archive, query('with:oran show:entities'));
    assert.deepEqual(
      entities.map(({ entity, posts, mentions, first, last, since }) => [
        entity.id,
        posts,
        mentions,
        first,
        last,
        since,
      ]),
      [
        ['velmora', 2, 2, '2016-05-04', '2017-11-30', '2016-05-04'],
        ['port-office', 1, 1, '2016-05-04', '2016-05-04', '2016-05-04'],
      ],
    );
    assert.equal(total, 2);
  });

  it('are sorted; what is undated comes last', async () => {
    const archive = await harbourArchive();
    const titles = (text: string) => search(archive, query(text)).places.map(({ post }) => post?.title ?? null);
    const dated = ['The harbour is closed', 'Who pays for the wall?', 'A captain’s last voyage', 'The bell'];
    assert.deepEqual(titles('has:date sort:date').slice(0, 4), dated);
    assert.deepEqual(titles('has:date sort:-date').slice(0, 4), [...dated].reverse());
    assert.equal(titles('sort:-date').at(-1), null);
    assert.equal(titles('velmora sort:count')[0], 'The harbour is closed');
    assert.deepEqual(shown(archive, 'entity:velmora show:mentions sort:left').length, 4);
    const beside = search(archive, query('entity:oran show:mentions sort:right')).places.map(({ span, text }) =>
      text.text.slice(span?.end, (span?.end ?? 0) + 5),
    );
    assert.deepEqual(beside, [' call', ' left', ' took']);
  });

  it('are grouped; what has several groups is in each, and counted once', async () => {
    const archive = await harbourArchive();
    assert.deepEqual(shown(archive, 'tag:* show:passages group:tag'), [
      'claim: a mistake',
      'claim/unsourced: took the bell with him',
      'evidence: a mistake',
      'rumour: lost',
    ]);
    assert.equal(search(archive, query('tag:* show:passages group:tag')).total, 3);
    const byYear = search(archive, query('entity:oran show:entities group:year'));
    assert.deepEqual(
      byYear.entities.map(({ group, mentions }) => [group, mentions]),
      [
        ['2016', 1],
        ['2017', 2],
      ],
    );
    assert.equal(byYear.total, 1);
  });

  it('have places in found posts', async () => {
    const archive = await harbourArchive();
    const asked = query('entity:oran bell -tag:rumour');
    const lines = concordance(archive, asked, search(archive, asked));
    assert.deepEqual(
      lines.map(({ span, text }) => text.text.slice(span?.start, span?.end)),
      ['Oran', 'Oran', 'bell'],
    );
    const sortedLines = query('captain OR oran sort:left');
    assert.deepEqual(
      concordance(archive, sortedLines, search(archive, sortedLines)).map(({ span, text }) =>
        text.text.slice((span?.start ?? 0) - 5, span?.start),
      ),
      // Behind “2017”, “A”, “A”, “Captain”, “good”, “Qasim” and “Tuesday”.
      ['017\n\n', '.\n\nA ', '7\n\nA ', 'tain ', 'ood. ', 'asim ', 'day. '],
    );
  });

  it('come with a word on names that nothing has', async () => {
    const archive = await harbourArchive();
    const said = (text: string) =>
      search(archive, query(text)).notices.map(({ message, span }) => [text.slice(span.start, span.end), message]);
    assert.deepEqual(said('tag:clam'), [['clam', 'There is no tag “clam”. Did you mean “claim”?']]);
    assert.deepEqual(said('-entity:velmoro'), [['velmoro', 'There is no entity “velmoro”. Did you mean “velmora”?']]);
    assert.deepEqual(said('type:boat'), [['boat', 'There is no type “boat”.']]);
    assert.deepEqual(said('tag:claim,rumour!,claim/* entity:Oran type:ship,person with:port-office'), []);
  });

  it('know who asks, and what has been read', async () => {
    const archive = await harbourArchive({
      'archives/harbour.txt.gloss.yaml': 'postgloss: 1\nannotations:\n  - quote: took the bell\n    by: Jo Berg\n',
    });
    assert.equal(search(archive, query('by:me'), { me: 'jo berg' }).total, 1);
    assert.equal(search(archive, query('by:me')).total, 0);
    const isRead = (_: string, post: string) => post.startsWith('2016');
    assert.equal(search(archive, query('is:read'), { isRead }).total, 1);
    assert.equal(search(archive, query('is:unread has:date'), { isRead }).total, 3);
  });
});
