import assert from 'node:assert/strict';
import { readPosts } from '../../../src/core/posts/read-posts';
import { describeSlow } from '../../support/trials';
import { entry } from './text';

const MEGABYTE = 1 << 20;

const CAME = 'From mara@harbour.example Thu May  4 10:20:30 2016';

/** Milliseconds of the processor: far more than reading takes, and far less than anything that grows with the square of the length. */
const LIMIT = 2500;

describeSlow('a hostile text is read in linear time:', () => {
  const byline = (part: string) => entry('T', 'May 4, 2016', `T, ${part}, May 4, 2016`, '').repeat(1600);
  const long = 'word '.repeat(79).trim();
  for (const [name, text, path] of [
    ['a megabyte without any post', 'The harbour is closed today, they said.\n\n'.repeat(MEGABYTE / 41)],
    ['a megabyte of one line', 'a, '.repeat(MEGABYTE / 3)],
    ['a megabyte of one word', 'a'.repeat(MEGABYTE)],
    ['a megabyte of white space', `x${'\u00a0 '.repeat(MEGABYTE / 2)}x`],
    ['100,000 blank lines', '\n'.repeat(100_000)],
    ['100,000 date lines', 'May 4, 2016\n'.repeat(100_000)],
    ['100,000 date lines apart', 'May 4, 2016\n\n'.repeat(100_000)],
    [
      '10,000 posts',
      `${entry('Closed', 'May 4, 2016', 'Closed, Coastal ReviewMara Lind, May 4, 2016')}\n\n`.repeat(10_000),
    ],
    ['20,000 posts without bylines', `${entry('Closed', 'May 4, 2016', null, 'It is.')}\n\n`.repeat(20_000)],
    ['long titles', `${entry(long, 'May 4, 2016', `${long}x, ${'a, '.repeat(50)}`)}\n\n`.repeat(2000)],
    ['capitals inside words', byline('aA'.repeat(280))],
    ['names behind names', byline(`${'Ab'.repeat(270)} Cd Ef`)],
    ['white space in bylines', byline(' '.repeat(570))],
    ['explicit words', byline('by for '.repeat(80))],
    ['a heading that never closes', `#${' #'.repeat(MEGABYTE / 2)}x`, 'a.md'],
    ['a line under a heading that is none', `x\n${'='.repeat(MEGABYTE)}x`, 'a.md'],
    ['a fence that never closes', `---\n${'a: b\n'.repeat(200_000)}`],
    ['large front matter', `---\n${'a: b\n'.repeat(12_000)}---\n`],
    ['a mail with a million fields', `${CAME}\nTo: a\n${'a:\n'.repeat(MEGABYTE)}`],
    ['a mail with a field of a megabyte', `${CAME}\nFrom: ${'"a <@('.repeat(MEGABYTE / 6)}`],
    ['a mail with a subject in a hundred thousand lines', `${CAME}\nSubject:\n${' =?a?q?b?=\n'.repeat(100_000)}`],
    ['a mail with a line of a megabyte', `${CAME}\nTo: a\n\nFrom ${'a '.repeat(MEGABYTE / 2)}`],
    ['mails with long names', `${CAME}\nFrom: ${'a'.repeat(150)} <>\n\n`.repeat(5000)],
    ['40,000 mails without a header', `${CAME}\nTo: a\n\n${`${CAME}\n\n`.repeat(40_000)}`],
    ['100,000 lines that nearly begin mails', `${CAME}\nTo: a\n\n${'From a@b.example\nX: a\n\n'.repeat(100_000)}`],
    [
      'an encoded body of a megabyte',
      `${CAME}\nContent-Transfer-Encoding: quoted-printable\n\n${'= '.repeat(MEGABYTE / 2)}`,
    ],
    ['many TOML keys', `+++\n${Array.from({ length: 4000 }, (_, index) => `k${index} = "b"`).join('\n')}\n+++\n`],
  ] as const) {
    it(name, () => {
      // A busy machine can delay a run, but hardly each of three.
      let best = Infinity;
      for (let run = 0; run < 3 && best >= LIMIT; run++) {
        const start = process.cpuUsage();
        readPosts(text, path === undefined ? {} : { path });
        const { user, system } = process.cpuUsage(start);
        best = Math.min(best, (user + system) / 1000);
      }
      assert.equal(best < LIMIT, true, `${Math.round(best)} ms`);
    });
  }
});

describe('a deeply nested header', () => {
  it('ends no process, alone or after others', () => {
    const openers = [
      '[',
      '{',
      '- ',
      '? ',
      ': ',
      'a: ',
      '{a: ',
      '[a, ',
      '"a":',
      '["a":',
      '- ? ',
      '[? ',
      '!x ',
      '&a ',
      "[']',",
      "[']',\n ",
      '-\t',
      '> ',
    ];
    for (const opener of openers) {
      for (const depth of [64, 65, 300, 850, 857, 864, 900, 5000]) {
        const { posts } = readPosts(`---\n${opener.repeat(depth)}a\n---\n`, { path: 'closed.md' });
        assert.equal(posts[0]?.id, 'undated/closed', `${depth} × ${opener}`);
      }
    }
    let steps = '';
    for (let depth = 0; depth < 340; depth++) steps += `${' '.repeat(depth)}a:\n`;
    assert.equal(readPosts(`---\n${steps}---\n`).posts[0]?.title, null);
  });

  it('leaves ordinary ones as they are', () => {
    const tags = Array.from({ length: 100 }, (_, index) => `  - "[[tag ${index}]]"`).join('\n');
    const source = `---\ntitle: The [old] harbour - closed? - again {or} so\ntags:\n${tags}\ndate: 2016-05-04\n---\n`;
    assert.equal(readPosts(source).posts[0]?.id, '2016-05-04/the-old-harbour-closed-again-or-so');
  });
});
