import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completionPlace } from '../../../src/core/query/completion-place';
import { isDate, isWithin, periodOf } from '../../../src/core/query/dates';
import { parseQuery } from '../../../src/core/query/parse-query';
import { printFilter, printQuery } from '../../../src/core/query/print-query';
import { scopeOf, type Query } from '../../../src/core/query/query';
import { trials } from '../../support/trials';
import { anyQueries, rightQueries } from './queries';

function parsed(text: string): Query {
  const answer = parseQuery(text);
  assert.ok(answer.ok, answer.ok ? '' : `${text}: ${answer.message}`);
  return answer.query;
}

const printed = (text: string) => printQuery(parsed(text));

/** A query without the places of its terms. */
const meaning = (query: Query): unknown =>
  JSON.parse(JSON.stringify(query, (key, value: unknown) => (key === 'span' ? undefined : value)));

/** The part of a query to which its error points, and the message. */
function mistake(text: string): [string, string] {
  const answer = parseQuery(text);
  assert.ok(!answer.ok, `${text} is understood`);
  return [text.slice(answer.span.start, answer.span.end), answer.message];
}

describe('parsing queries', () => {
  it('reads filters, words, phrases and expressions', () => {
    const { expression } = parsed('tag:claim,"a b" harb* "sea wall" /wal+/m');
    assert.ok(expression?.kind === 'and');
    assert.deepEqual(
      expression.terms.map((term) => (term.kind === 'filter' ? [term.key, term.values.length] : term.kind)),
      [['tag', 2], 'text', 'text', 'regex'],
    );
  });

  it('understands the examples of its documentation', () => {
    for (const [given, expected = given] of [
      ['tag:claim entity:qasem-soleimani date:2016 source:DEBKAfile show:passages'],
      ['entity:maliki entity:soleimani -author:"Amir Taheri"'],
      ['entity:maliki entity:soleimani in:sentence show:mentions'],
      ['tag:claim no:note'],
      ['militia* NEAR/8 type:person'],
      ['with:ammar-al-hakim show:entities group:year'],
      ['after:2017-05 show:entities sort:-first'],
      ['label:key-quote show:passages sort:date', 'tag:key-quote show:passages sort:date'],
      ['post:2016-05-04/the-harbour-is-closed'],
      ['', ''],
    ]) {
      assert.equal(printed(given ?? ''), expected);
    }
  });

  it('binds AND before OR, NEAR before both, and a hyphen to what follows it', () => {
    assert.equal(printed('a b | c AND d'), 'a b OR c d');
    assert.equal(printed('(a OR b) c'), '(a OR b) c');
    assert.equal(printed('a (b (c d))'), 'a b c d');
    assert.equal(printed('-(a b) NOT c --d'), '-(a b) -c --d');
    assert.equal(printed('-a NEAR b c'), '-a NEAR/10 b c');
    assert.equal(parsed('-a NEAR b').expression?.kind, 'not');
  });

  it('takes the words of the language for words in another case, in quotation marks, and as parts of words', () => {
    assert.equal(printed('and or not near ORDER NEARBY'), 'and or not near ORDER NEARBY');
    assert.equal(printed('"OR" "-a"'), '"OR" "-a"');
    assert.equal(printed('twenty-one a/b'), 'twenty-one a/b');
  });

  it('reads keys in any case and by their other names', () => {
    assert.equal(printed('LABEL:a Code:b mentions:c E:d on:2016'), 'tag:a tag:b entity:c entity:d date:2016');
  });

  it('takes options for the whole query, wherever they stand', () => {
    const { show, sort, group, expression } = parsed('show:passages tag:a OR tag:b sort:-date group:year');
    assert.deepEqual({ show, sort, group }, { show: 'passages', sort: { by: 'date', reversed: true }, group: 'year' });
    assert.equal(expression?.kind, 'or');
    assert.equal(scopeOf(parsed('show:passages')), 'passage');
    assert.equal(scopeOf(parsed('show:passages in:post')), 'post');
    assert.equal(scopeOf(parsed('show:mentions')), 'post');
  });

  it('says where a mistake is, and what to do', () => {
    for (const [query, place, message] of [
      ['tag:a sorce:b', 'sorce', /is no key\. Did you mean “source:”\?/],
      ['https://example.org', 'https', /Put a text with “:” in quotation marks/],
      ['tag:a:b', ':', /needs quotation marks/],
      ['tag:', '', /needs a value/],
      ['tag: a', 'a', /right behind it/],
      ['a tag:b,', '', /needs a value/],
      ['(a b', '(', /not closed/],
      ['a b)', ')', /No “\(” is open/],
      ['a ()', '()', /nothing in these parentheses/],
      ['a OR', '', /OR needs a term/],
      ['AND a', 'AND', /needs a term/],
      ['a AND', '', /AND needs a term/],
      ['a NOT', 'NOT', /Nothing follows/],
      ['- a', '-', /no letter or digit/],
      ['"a', '"a', /not closed/],
      ['/a', '/a', /not closed/],
      ['/a/g', '/a/g', /flags m and s/],
      ['/(a/', '/(a/', /no regular expression: Unterminated group/],
      ['/(a)\\1/', '/(a)\\1/', /References back/],
      ['/(?=a)/', '/(?=a)/', /Looking ahead/],
      ['/((a{99}){99}){99}/', '/((a{99}){99}){99}/', /too large/],
      ['a NEAR', 'NEAR', /NEAR needs a term/],
      ['a NEAR (b c)', '(', /stands between no terms/],
      ['a NEAR date:2016', 'date:2016', /have places in the text/],
      ['a NEAR/9999 b', 'NEAR/9999', /1000 words/],
      ['a*b', 'a*b', /at its end/],
      ['date:2016-13', '2016-13', /is no date/],
      ['date:"2016"', '"2016"', /is no date/],
      ['after:2015..2016', '2015..', /A range is/],
      ['source:a..b', '.', /Only dates have ranges/],
      ['is:orphaned', 'orphaned', /“is:orphan”/],
      ['is:*', '*', /does not take/],
      ['show:a', 'a', /Use posts, passages, mentions, entities/],
      ['show:posts,passages', 'passages', /takes one value/],
      ['show:posts show:posts', 'show:posts', /is there twice/],
      ['a (b show:posts)', 'show:posts', /outside of parentheses/],
      ['-show:posts', 'show:posts', /not negated/],
      ['sort:name', 'sort:name', /sorts show:entities/],
      ['a .. b', '.', /between no terms/],
    ] as const) {
      const [pointed, said] = mistake(query);
      assert.equal(pointed, place, query);
      assert.match(said, message, query);
    }
  });

  it('reads what was printed to the same query', () => {
    fc.assert(
      fc.property(rightQueries, (text) => {
        const query = parsed(text);
        const again = parsed(printQuery(query));
        assert.deepEqual(meaning(again), meaning(query));
        assert.equal(printQuery(again), printQuery(query));
      }),
      trials(500),
    );
  });

  it('never throws, and places each mistake in the query', () => {
    fc.assert(
      fc.property(anyQueries, (text) => {
        const answer = parseQuery(text);
        if (answer.ok) assert.deepEqual(meaning(parsed(printQuery(answer.query))), meaning(answer.query));
        else {
          const { start, end } = answer.span;
          assert.ok(answer.message !== '' && start >= 0 && start <= end && end <= text.length, answer.message);
        }
      }),
      trials(2000),
    );
  });

  it('refuses what is too long, too deep or too much', () => {
    assert.match(mistake('a '.repeat(1001))[1], /2000 characters/);
    assert.match(mistake('('.repeat(51) + 'a')[1], /50 deep/);
    assert.match(mistake('-'.repeat(51) + 'a')[1], /50 deep/);
    assert.match(mistake('a '.repeat(201))[1], /200 terms/);
    assert.match(mistake(`tag:${'a,'.repeat(100)}a`)[1], /100 values/);
    assert.equal(printed('('.repeat(50) + 'a' + ')'.repeat(50)), 'a');
  });

  it('quotes a value where it has to', () => {
    for (const value of ['DEBKAfile', 'Mara Lind', 'a"b\\', 'a*', 'hakim?', '2015..2016', '-x', 'a:b']) {
      const { expression } = parsed(printFilter('source', value));
      assert.ok(expression?.kind === 'filter');
      const [only] = expression.values;
      assert.ok(only?.kind === 'text' && only.text === value);
      assert.equal(only.quoted, !/^[\w-]+$/.test(value));
    }
  });
});

describe('dates of queries', () => {
  it('are days, months and years that there are', () => {
    for (const date of ['2016', '2016-05', '2016-02-29']) assert.ok(isDate(date), date);
    for (const none of ['16', '2016-5', '2016-00', '2017-02-29', '2016-05-04-01', '', '20166'])
      assert.ok(!isDate(none), none);
  });

  it('mean all of their days', () => {
    const days = ['2015-12-31', '2016-01-01', '2016-05-31', '2016-06-01', '2016-12-31', '2017-01-01'];
    const within = (query: string) => {
      const { expression } = parsed(query);
      assert.ok(expression?.kind === 'filter');
      const [key, value] = [expression.key as 'date', expression.values[0]];
      assert.ok(value);
      const period = periodOf(key, value);
      return period && days.filter((day) => isWithin(period, day)).map((day) => day.slice(2));
    };
    assert.deepEqual(within('date:2016'), ['16-01-01', '16-05-31', '16-06-01', '16-12-31']);
    assert.deepEqual(within('date:2016-05'), ['16-05-31']);
    assert.deepEqual(within('date:2016-06-01'), ['16-06-01']);
    assert.deepEqual(within('date:>2016-05'), ['16-06-01', '16-12-31', '17-01-01']);
    assert.deepEqual(within('date:>=2016-05'), ['16-05-31', '16-06-01', '16-12-31', '17-01-01']);
    assert.deepEqual(within('after:2016-05'), within('date:2016-05..'));
    assert.deepEqual(within('date:<=2016-05'), ['15-12-31', '16-01-01', '16-05-31']);
    assert.deepEqual(within('before:2016-05'), ['15-12-31', '16-01-01']);
    assert.deepEqual(within('before:2016-05'), within('date:<2016-05'));
    assert.deepEqual(within('date:2015..2016-05'), ['15-12-31', '16-01-01', '16-05-31']);
    assert.equal(within('date:none'), null);
  });
});

describe('what is being typed', () => {
  const at = (query: string) => {
    const place = completionPlace(query, query.length);
    return place && { ...place, span: query.slice(place.span.start, place.span.end) };
  };

  it('is a key or a value', () => {
    assert.deepEqual(at('tag:a so'), { kind: 'key', typed: 'so', span: 'so' });
    assert.deepEqual(at('-(so'), { kind: 'key', typed: 'so', span: 'so' });
    assert.deepEqual(at(''), { kind: 'key', typed: '', span: '' });
    assert.deepEqual(at('a source:DEB'), {
      kind: 'value',
      key: 'source',
      typed: 'DEB',
      span: 'DEB',
      term: { start: 2, end: 12 },
    });
    assert.deepEqual(at('label:a,"b c",cl'), {
      kind: 'value',
      key: 'tag',
      typed: 'cl',
      span: 'cl',
      term: { start: 0, end: 16 },
    });
    assert.deepEqual(at('author:"Mara L'), {
      kind: 'value',
      key: 'author',
      typed: 'Mara L',
      span: '"Mara L',
      term: { start: 0, end: 14 },
    });
    assert.equal(at('"the sea'), null);
    assert.deepEqual(at('sorce:x y'), { kind: 'key', typed: 'y', span: 'y' });
  });

  it('is told for any text, within it', () => {
    fc.assert(
      fc.property(anyQueries, fc.nat(), (query, n) => {
        const offset = n % (query.length + 1);
        const place = completionPlace(query, offset);
        assert.ok(!place || (place.span.start <= place.span.end && place.span.end === offset && place.span.start >= 0));
      }),
      trials(500),
    );
  });
});
