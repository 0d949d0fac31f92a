import assert from 'node:assert/strict';
import fc from 'fast-check';
import { htmlText } from '../../../src/core/import-archive/html-text';
import { cleanBody } from '../../../src/core/imported/clean';
import { trials } from '../../support/trials';
import { needs, wordsByPandoc, wordsOf } from './words';

const text = (html: string) => cleanBody(htmlText(html));

describe('the text of HTML', () => {
  it('has its paragraphs, headings and breaks', () => {
    assert.equal(
      text('<h1>Harbour</h1>\n<p>One <b>t</b>wo\n three<br>four</p><p>Five</p>six'),
      'Harbour\n\nOne two three\nfour\n\nFive\n\nsix',
    );
    assert.equal(text('a<br><br>b<div>c</div><div>d</div>e<hr>f'), 'a\n\nb\nc\nd\ne\n\n* * *\n\nf');
    assert.equal(text('<p>a</p>\n<br>\n<p>&nbsp;</p><p>b</p>'), 'a\n\nb');
  });

  it('has lists, quotations and tables as lines', () => {
    assert.equal(text('<ul><li>a</li><li>b<ol start=3><li>c<li>d</ol></li></ul>x'), '- a\n- b\n  3. c\n  4. d\n\nx');
    assert.equal(
      text('<p>a</p><blockquote><p>b</p><blockquote>c</blockquote><p>d</p></blockquote>e'),
      'a\n\n> b\n>\n> > c\n>\n> d\n\ne',
    );
    assert.equal(
      text('<table><tr><th>A</th><th>B</th></tr><tr><td>1<td><p>2</p><p>3</p></table>z'),
      'A\tB\n1\t2 3\n\nz',
    );
    assert.equal(text('<pre>\na  b\n\n\tc</pre>'), 'a  b\n\n\tc');
  });

  it('has characters as they are meant', () => {
    assert.equal(
      text('&ldquo;A&rdquo; &amp;amp; &#8217; &eacute;&nbsp;x&shy;y&#x200b;z &unknown; &lt;b&gt;'),
      '“A” &amp; ’ é xyz &unknown; <b>',
    );
    assert.equal(text('a<b>b</b> <i>c</i>d'), 'ab cd');
    assert.equal(text('می&zwnj;خواهم'), 'می\u200cخواهم');
  });

  it('tells images and notes, and nothing that is not seen', () => {
    assert.equal(text('a <img src=x alt="A\nboat"> b<img src=y> c<img alt="">'), 'a [image: A boat] b[image] c');
    assert.equal(
      text('x<sup><a href="#fn1">1</a></sup> y<sup>2</sup> z<sup><a href="#fn3">[3]</a></sup>'),
      'x[1] y2 z[3]',
    );
    assert.equal(
      text(
        '<title>t</title><style>p{}</style><script>if (a<b) "</p>"</script><!-- c --><p hidden>h</p>a<template>t</template>',
      ),
      'a',
    );
  });

  it('never throws but for what nests too deeply', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '</',
        '<p',
        '<p>',
        '</p>',
        '<li>',
        '</ul>',
        '<td>',
        '</td>',
        '<pre>',
        '</pre>',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '&',
        '&#',
        '"',
        '<a href="#',
        '<sup>',
        '</sup>',
        '<script>',
        '</script>',
        '<br/>',
        '\n',
        ' ',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), fc.boolean(), (parts, lines) => {
        assert.equal(typeof htmlText(parts.join(''), { lines }), 'string');
      }),
      trials(500),
    );
    assert.throws(() => htmlText('<div>'.repeat(100_000)), /nest in more than 1000 levels/);
    assert.equal(htmlText(`<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}=1`).join(' ')}>x</p>`), 'x');
  });

  it(
    'has the words that pandoc reads',
    needs('pandoc', () => {
      const word = fc.constantFrom('harbour', 'Mole', 'é', '1959', 'don’t', 'به', '港', 'A&amp;B', '&lt;');
      const inline = fc.oneof(
        word,
        fc
          .tuple(fc.constantFrom('b', 'em', 'a', 'span', 'code'), word)
          .map(([tag, inner]) => `<${tag}>${inner}</${tag}>`),
        fc.constantFrom('<br>', '\n', '  '),
      );
      const line = fc.array(inline, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
      const block = fc.oneof(
        fc
          .tuple(fc.constantFrom('p', 'h2', 'div', 'blockquote', 'pre'), line)
          .map(([tag, inner]) => `<${tag}>${inner}</${tag}>`),
        fc
          .tuple(fc.constantFrom('ul', 'ol'), fc.array(line, { minLength: 1, maxLength: 3 }))
          .map(([tag, items]) => `<${tag}>${items.map((item) => `<li>x ${item}</li>`).join('\n')}</${tag}>`),
        line,
      );
      fc.assert(
        fc.property(fc.array(block, { minLength: 1, maxLength: 30 }), (blocks) => {
          const html = blocks.join('\n');
          assert.deepEqual(wordsOf(htmlText(html)), wordsByPandoc(html));
        }),
        trials(15),
      );
    }),
  );
});
