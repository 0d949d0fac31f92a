import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitAuthors } from '../../../src/core/posts/authors';
import { readPosts } from '../../../src/core/posts/read-posts';
import { trials } from '../../support/trials';

/** Each line a byline, with a bar where one person ends and the next begins. */
const BYLINES: readonly (readonly [author: string, people: string])[] = [
  ['Mara Lind', 'Mara Lind'],
  ['Mara Lind, Jon Vey and Hanna Yorck', 'Mara Lind|Jon Vey|Hanna Yorck'],
  ['Mara Lind, Jon Vey, and Hanna Yorck', 'Mara Lind|Jon Vey|Hanna Yorck'],
  ['Mara Lind & Jon Vey', 'Mara Lind|Jon Vey'],
  ['Mara Lind with Jon Vey', 'Mara Lind|Jon Vey'],
  ['Mara Lind; Jon Vey', 'Mara Lind|Jon Vey'],
  ['MARA LIND, JON VEY', 'MARA LIND|JON VEY'],
  ['Mara Lind, Ph.D., and Jon Vey, Jr.', 'Mara Lind, Ph.D.|Jon Vey, Jr.'],
  ['A. B. Lind, C. D. Vey', 'A. B. Lind|C. D. Vey'],
  ['Mara van der Lind, Abu Bakr al-Bagh', 'Mara van der Lind|Abu Bakr al-Bagh'],
  ['Mara Lind, Mara Lind', 'Mara Lind'],
  // A comma also puts a surname first.
  ['Lind, Mara', 'Lind, Mara'],
  ['Lind, Mara; Vey, Jon', 'Lind, Mara|Vey, Jon'],
  ['Lind, Mara and Vey, Jon', 'Lind, Mara|Vey, Jon'],
  ['mara, jon and kim', 'mara|jon|kim'],
  // Other languages join names by other words and signs.
  ['Anna Moll und Karl-Heinz Ost', 'Anna Moll|Karl-Heinz Ost'],
  ['Mara Lind y Jon Vey', 'Mara Lind|Jon Vey'],
  ['Inês da Luz e Ana Sol', 'Inês da Luz|Ana Sol'],
  ['Anne Lind et Jean Vey', 'Anne Lind|Jean Vey'],
  ['Вера Лунд и Иван Вей', 'Вера Лунд|Иван Вей'],
  ['林海、王岸', '林海|王岸'],
  ['林海，王岸', '林海|王岸'],
  ['김바다, 이해안', '김바다|이해안'],
  ['مارا لند، جون في', 'مارا لند|جون في'],
  ['مارا لند و جون في', 'مارا لند|جون في'],
  // None of these is sure to be a list.
  ['José Oran y Velm', 'José Oran y Velm'],
  ['Mara Lind, Oran', 'Mara Lind, Oran'],
  ['Ministry of Health and Trade', 'Ministry of Health and Trade'],
  ['Jon and Mara Lind', 'Jon and Mara Lind'],
  ['Staff', 'Staff'],
];

describe('the authors of a post', () => {
  for (const [author, people] of BYLINES) {
    it(`are ${people} in ${author}`, () => assert.deepEqual(splitAuthors(author), people.split('|')));
  }

  it('are none where nobody is named', () => assert.deepEqual(splitAuthors(' '), []));

  it('are those of a list in the header, as they are parted there', () => {
    const read = (header: string) =>
      readPosts(`---\ntitle: The harbour\n${header}\n---\nText.\n`, { path: 'a.md' }).posts[0];
    const listed = read('authors:\n  - Lind, Mara\n  - jon\n  - Anna Moll and Karl Ost');
    assert.deepEqual(listed?.authors, ['Lind, Mara', 'jon', 'Anna Moll', 'Karl Ost']);
    assert.equal(listed.author, 'Lind, Mara, jon, Anna Moll and Karl Ost');
    assert.deepEqual(read('author: Mara Lind, Jon Vey')?.authors, ['Mara Lind', 'Jon Vey']);
    assert.deepEqual(read('date: 2016-05-04')?.authors, []);
  });

  it('are the names that were joined', () => {
    const word = fc.constantFrom('Mara', 'Jon', 'Hanna', 'Lind', 'Vey', 'Yorck', 'Øst', 'Žak', 'O’Dell');
    const name = fc.tuple(word, word).map((words) => words.join(' '));
    const names = fc.uniqueArray(name, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(names, fc.constantFrom(' and ', ', and ', ' & ', '; ', ', ', ' und ', ' et '), (all, joint) => {
        const [last = '', ...others] = [...all].reverse();
        const text = others.length === 0 ? last : `${others.reverse().join(', ')}${joint}${last}`;
        assert.deepEqual(splitAuthors(text), all);
      }),
      trials(200),
    );
  });

  it('never lose or invent a word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const bare = (words: string) => words.replace(/\s+/gu, '');
        for (const name of splitAuthors(text)) assert(bare(text).includes(bare(name)), name);
      }),
      trials(200),
    );
  });
});
