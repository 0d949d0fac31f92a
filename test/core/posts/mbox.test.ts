import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FormatName } from '../../../src/core/posts/formats';
import { readPosts } from '../../../src/core/posts/read-posts';
import { trials } from '../../support/trials';
import { boxOf, mail } from './mails';
import { CLOSED, contents, OPEN, summary } from './text';

const CAME = 'From mara@harbour.example Thu May  4 10:20:30 2016';
const FIELDS = ['From: Mara Lind <mara@harbour.example>', 'Date: Thu, 4 May 2016 10:20:30 +0200', 'Subject: Closed'];
const one = (...lines: string[]) => `${lines.join('\n')}\n`;
const MAIL = one(CAME, ...FIELDS, '', 'Ships wait.');

const read = (text: string, format?: FormatName, path?: string) =>
  readPosts(text, { ...(format ? { format } : {}), ...(path === undefined ? {} : { path }) });
const formatOf = (text: string, path?: string) => read(text, undefined, path).format;
const codes = (text: string) => read(text, 'mbox').problems.map(({ code }) => code);

/** The author of a mail with a field, and the text at its place. */
function authorOf(field: string): [string | null, string | null] {
  const text = one(CAME, field, 'Subject: x', '', 'y');
  const [post] = read(text).posts;
  const place = post?.places.author;
  return [post?.author ?? null, place ? text.slice(place.start, place.end) : null];
}

describe('a mail', () => {
  it('is a post with the places of its fields, its body as it stands', () => {
    const text = one(
      CAME,
      ...FIELDS,
      'List-Id: Harbour talk <talk.harbour.example>',
      '',
      '>From here',
      'ships wait.',
      '',
    );
    const file = read(text);
    const [post] = file.posts;
    assert.deepEqual(summary(text), ['2016-05-04 | Closed | Harbour talk | Mara Lind | 1-8']);
    assert.deepEqual((contents(text, file) as { posts: object[] }).posts, [
      {
        ...post,
        span: text.trimEnd(),
        header: text.slice(0, text.indexOf('\n\n')),
        body: '>From here\nships wait.',
        places: ['Closed', 'Thu, 4 May 2016 10:20:30 +0200', 'Harbour talk', 'Mara Lind'],
      },
    ]);
  });

  it('has the name of its writer as author, and never an address or the first part of one', () => {
    for (const [field, author, place = author] of [
      ['From: Mara Lind <mara@harbour.example>', 'Mara Lind'],
      ['From: "Lind, Mara" <mara@harbour.example>', 'Lind, Mara'],
      ["From: 'Mara Lind' <mara@harbour.example>", 'Mara Lind'],
      ['From: mara@harbour.example (Mara Lind)', 'Mara Lind'],
      ['From: mara at harbour.example (Mara Lind)', 'Mara Lind'],
      [
        'From: =?utf-8?Q?Zo=C3=AB?= =?utf-8?Q?_Lind?= <z@h.example>',
        'Zoë Lind',
        '=?utf-8?Q?Zo=C3=AB?= =?utf-8?Q?_Lind?=',
      ],
      ['From: Mara <mara@harbour.example>', 'Mara'],
      [
        'From: Mara Lind <mara@harbour.example>, Jon Vey <jon@harbour.example>',
        'Mara Lind, Jon Vey',
        'Mara Lind <mara@harbour.example>, Jon Vey <jon@harbour.example>',
      ],
      ['From: mara@harbour.example', null],
      ['From: <mara@harbour.example>', null],
      ['From: mara <mara@harbour.example>', null],
      ['From: mara at harbour.example', null],
      ['From: "mara@harbour.example" <mara@harbour.example>', null],
      ['From: "mara at harbour.example" <talk@lists.example>', null],
      ['From: "Mara Lind (mara@harbour.example)" <talk@lists.example>', 'Mara Lind'],
      ['From: mara (at) harbour.example', null],
      ['From:', null],
    ] as const) {
      assert.equal(authorOf(field)[0], author, field);
      assert.equal(authorOf(field)[1], place, field);
    }
  });

  it('takes each writer for a person, also where the surname comes first', () => {
    const from = 'From: "Lind, Mara" <mara@harbour.example>, Jon Vey <jon@harbour.example>';
    assert.deepEqual(read(one(CAME, from, '', 'x'), 'mbox').posts[0]?.authors, ['Lind, Mara', 'Jon Vey']);
  });

  it('has the letters of its subject, also those that some decoders take for control characters', () => {
    const titleOf = (value: string) => read(one(CAME, `Subject: ${value}`, 'To: a', '', 'x')).posts[0]?.title;
    assert.equal(titleOf('=?windows-1252?Q?It=92s_=93open=94?='), 'It’s “open”');
    assert.equal(titleOf('=?iso-8859-1?B?Q2Fm6Q==?='), 'Café');
    assert.equal(titleOf('=?utf-8?Q?a=00b=0Ac?='), 'a b c');
    assert.equal(titleOf('=?utf-8?Q?=C3?= =?utf-8?Q?=A9?='), 'é');
  });

  it('has the name of its list as source, or its id, and no address', () => {
    const sourceOf = (value: string) => read(one(CAME, `List-Id: ${value}`, '', 'x'), 'mbox').posts[0]?.source;
    assert.equal(sourceOf('"Harbour talk" <talk.harbour.example>'), 'Harbour talk');
    assert.equal(sourceOf('=?utf-8?Q?Caf=C3=A9?= <talk.harbour.example>'), 'Café');
    assert.equal(sourceOf('<talk.harbour.example>'), 'talk.harbour.example');
    assert.equal(sourceOf('talk@harbour.example <talk@harbour.example>'), null);
    assert.equal(sourceOf(''), null);
  });

  it('has the day on its first line where it has no date, which is said', () => {
    const text = one(CAME, 'Subject: a', 'Date: 31 Feb 2016 10:00', '', 'x', '', CAME, 'Subject: b', '', 'y');
    assert.deepEqual(summary(text), ['2016-05-04 | a | - | - | 1-5', '2016-05-04 | b | - | - | 7-10']);
    const [problem, ...others] = read(text).problems;
    assert.deepEqual(
      [problem?.code, problem?.severity, problem && text.slice(problem.span.start, problem.span.end), others],
      ['assumed-date', 'info', '31 Feb 2016 10:00', []],
    );
    assert.match(problem?.message ?? '', /^2 mails have no “Date:”.* here 2016-05-04\.$/);
  });

  it('without any day has none, which is said once', () => {
    const undated = ['From - Thu Feb 30 10:20:30 2016', 'Subject: a', '', 'x', ''];
    const { posts, problems } = read(one(...undated, ...undated));
    assert.deepEqual(
      posts.map(({ id }) => id),
      ['undated/a', 'undated/a-2'],
    );
    assert.deepEqual(
      problems.map(({ code, severity }) => [code, severity]),
      [['unread-date', 'warning']],
    );
    assert.match(problems[0]?.message ?? '', /1 more mails/);
  });

  it('whose words are encoded is named, with the count of such mails', () => {
    const encoded = (...lines: string[]) => one(CAME, ...FIELDS, ...lines);
    const cases: readonly (readonly [text: string, encoded: boolean])[] = [
      [encoded('Content-Transfer-Encoding: base64', '', 'UmFpbi4='), true],
      [encoded('Content-Transfer-Encoding: Quoted-Printable', '', 'Caf=C3=A9'), true],
      [encoded('Content-Transfer-Encoding: quoted-printable', '', 'It rains=', ' again'), true],
      [encoded('Content-Transfer-Encoding: quoted-printable', '', 'a = b'), false],
      [encoded('Content-Type: text/html; charset=utf-8', '', '<p>Rain</p>'), true],
      [encoded('Content-Type: text/plain; charset="iso-2022-jp"', '', '\u001b$B'), true],
      [encoded('Content-Type: multipart/mixed; boundary=x', '', '--x', 'Content-Type: text/html', '', 'x'), true],
      [encoded('Content-Type: multipart/mixed; boundary=x', '', '--x', '', 'Rain', '--x--'), false],
      [encoded('', 'Content-Type: text/html', 'Content-Transfer-Encoding: base64'), false],
      [encoded('Content-Transfer-Encoding: base64'), false],
      [encoded('Content-Transfer-Encoding: 8bit', '', 'Café =C3=A9'), false],
    ];
    for (const [text, expected] of cases) assert.deepEqual(codes(text), expected ? ['encoded-mail'] : [], text);
    const box = cases.map(([text]) => text).join('\n');
    const [problem, ...others] = read(box).problems;
    assert.deepEqual([problem?.code, problem?.severity, others], ['encoded-mail', 'warning', []]);
    assert.match(problem?.message ?? '', /^The words of 6 mails .*Import Archive….*postgloss import-archive/);
  });
});

describe('a box of mails', () => {
  it('is recognised by its first line and a header of mail', () => {
    for (const line of [
      CAME,
      'From mara at harbour.example  Thu May  4 10:20:30 2016',
      'From - Thu May 04 10:20:30 2016',
      'From 1529@xxx Thu May 04 10:20:30 +0000 2016',
      'From mara@harbour.example Thu May  4 10:20 CEST 2016',
      'From mara@harbour.example Thu May  4 10:20:30 2016 +0200',
      'From mara@harbour.example Thu, 4 May 2016 10:20:30 +0200 (CEST)',
      'From uucp Thu May  4 10:20:30 2016 remote from harbour',
    ]) {
      for (const start of ['', '\ufeff', '\n\n'])
        assert.equal(formatOf(start + one(line, ...FIELDS, '', 'x')), 'mbox', line);
      assert.equal(read(one(line, 'Subject: a', '', 'x')).posts[0]?.date, '2016-05-04', line);
    }
  });

  it('is no text that begins with “From”', () => {
    for (const text of [
      'From here on the harbour is closed.\n\nShips wait.\n',
      `From Thursday, May 4, 2016 on, the harbour is closed.\n\n${CLOSED}\n\n${OPEN}\n`,
      one('From Mara Lind, Thu May  4 10:20:30 2016', '', 'She wrote.'),
      one(CAME, 'she wrote: it rains.'),
      one(CAME, 'Note: it rains.', '', 'x'),
      one('From mara@harbour.example', 'Subject: rain', '', 'x'),
      one('From: Mara', 'Date: 2016-05-04', 'Subject: x', '', 'y'),
      CAME,
    ])
      assert.notEqual(formatOf(text), 'mbox', text);
    assert.equal(formatOf(MAIL, 'a.md'), 'plain');
  });

  it('may lack days on its lines where it is declared, named .mbox, or begins as mail does', () => {
    const text = one('From mara@harbour.example', ...FIELDS, '', 'x', '', 'From -', ...FIELDS, '', 'From y', 'Note: z');
    assert.equal(formatOf(text), 'mbox');
    const few = one('From mara@harbour.example', 'From: Mara Lind <mara@harbour.example>', 'Subject: Rain', '', 'z');
    assert.notEqual(formatOf(few), 'mbox');
    assert.equal(formatOf(few, 'a.mbox'), 'mbox');
    assert.equal(read(text, 'mbox').posts.length, 2);
  });

  it('keeps what stands before its first mail', () => {
    const text = `Kept by the harbour.\n\n${MAIL}`;
    const { header, posts } = read(text, 'mbox');
    assert.deepEqual([header && text.slice(header.start, header.end), posts.length], ['Kept by the harbour.', 1]);
  });

  it('has as many mails, whatever lines with “From” their writers did not quote', () => {
    const stray = fc.constantFrom(
      ['From here on, the harbour is closed.'],
      ['', 'From Mara Lind, May 4, 2016'],
      ['From mara@harbour.example Thu May  4 10:20:30 2016', 'she wrote this.'],
      ['', 'From mara@harbour.example', 'she wrote this.'],
      ['From 10:20 to 2016', '', 'Subject: x'],
      ['', 'From: Mara Lind', 'Subject: x'],
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(mail, stray), { minLength: 1, maxLength: 6 }), (pairs) => {
        const plain = pairs.map(([own]) => own);
        const strayed = pairs.map(([own, lines]) => ({ ...own, body: [...own.body, 'x', ...lines, 'x'] }));
        const found = (mails: typeof plain) => read(boxOf(mails), 'mbox').posts.map(({ id, author }) => [id, author]);
        assert.deepEqual(found(strayed), found(plain));
      }),
      trials(300),
    );
  });

  it('without any mail says what was expected', () => {
    const { posts, problems } = read('The harbour is closed.\n\nShips wait.\n', 'mbox');
    assert.deepEqual(
      [posts, problems.map(({ code, span }) => [code, span])],
      [[], [['no-posts', { start: 0, end: 22 }]]],
    );
    assert.match(problems[0]?.message ?? '', /no mail is recognized.*“From …?.*begins with “The harbour is closed\.”/);
    assert.deepEqual(codes(' \n'), []);
  });
});

describe('a mail in a file of its own', () => {
  const OWN = one(...FIELDS, '', 'Ships wait.', '', MAIL);
  it('is one post, even where it holds another', () => {
    for (const [text, path] of [
      [OWN, 'a.eml'],
      [MAIL + OWN, 'A.EML'],
    ] as const) {
      assert.equal(formatOf(text, path), 'mbox');
      assert.deepEqual(summary(text, { path })[0]?.slice(0, 34), '2016-05-04 | Closed | - | Mara Lin');
      assert.equal(read(text, 'mbox', path).posts.length, 1);
    }
  });

  it('has the day and the name that its path tells', () => {
    assert.equal(
      read(one('To: a@b.example', 'From: c', '', 'x'), 'mbox', '2016-05-04-rain.eml').posts[0]?.id,
      '2016-05-04/rain',
    );
  });

  it('is recognised by its ending and its header', () => {
    assert.notEqual(formatOf(one('Subject: x', '', 'y'), 'a.eml'), 'mbox');
    assert.notEqual(formatOf(one(...FIELDS, '', 'y'), 'a.txt'), 'mbox');
    assert.equal(read(one(...FIELDS, '', 'y'), 'mbox', 'a.txt').posts.length, 1);
  });
});
