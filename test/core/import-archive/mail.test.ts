import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { splitMbox } from '../../../src/core/import-archive/split-mbox';
import { cleanPost } from '../../../src/core/imported/post';
import { share, trials } from '../../support/trials';
import { read } from './read';
import { needs } from './words';

const MAIL = `From mara@harbour.example Thu May  5 01:20:30 2016
From: =?utf-8?q?Mara_L=C3=ADnd?= <mara@harbour.example>
To: talk@harbour.example
Received: from [192.0.2.7] by mail.example; Thu, 5 May 2016 01:20:30 +0000
List-Id: Harbour talk <talk.harbour.example>
Subject: =?iso-8859-1?q?Der_H=E4fen?= and
 the mole
Date: Wed, 4 May 2016 23:20:30 -0200
Message-ID: <one@harbour.example>
References: <zero@harbour.example> <half@harbour.example>
Content-Type: text/plain; charset=iso-8859-1; format=flowed
Content-Transfer-Encoding: quoted-printable

The mole was closed =
and the boats stayed=20
out.

>From here on, caf=E9.
> quoted

--=20
Mara
`;

describe('mail', () => {
  it('gives subject, day, list, thread and the name of the writer, and no address', async () => {
    const { posts, report } = await read('talk.mbox', MAIL);
    assert.deepEqual(posts, [
      {
        id: '<one@harbour.example>',
        title: 'Der Häfen and the mole',
        date: '2016-05-04',
        source: 'Harbour talk',
        author: 'Mara Línd',
        url: null,
        thread: '<zero@harbour.example>',
        body: 'The mole was closed and the boats stayed out.\n\nFrom here on, café.\n> quoted\n\n-- \nMara\n',
      },
    ]);
    assert.doesNotMatch(JSON.stringify([posts[0]?.author, posts[0]?.body, report]), /@|192\.0/);
  });

  it('gets the day of its arrival where it has none, which is said', async () => {
    const { posts, report } = await read('talk', MAIL.replace(/Date: .*\n/, ''));
    assert.equal(posts[0]?.date, '2016-05-05');
    assert.equal(report.notes.length, 1);
  });

  it('of a single file and of a Maildir is read', async () => {
    const single = MAIL.slice(MAIL.indexOf('\n') + 1);
    for (const name of ['a.eml', 'mail/cur/1462357200.M1P2.harbour:2,S', 'mail/new/1462357200']) {
      assert.equal((await read(name, single)).posts[0]?.title, 'Der Häfen and the mole');
    }
    assert.match((await read('a.doc', single)).report.problems[0] ?? '', /no format/);
  });

  it('in HTML alone gives its text', async () => {
    const html =
      'From: Jo <jo@harbour.example>\nSubject: a\nContent-Type: text/html; charset=utf-8\n\n<p>One<br>two</p><p>Three</p>';
    assert.equal((await read('a.eml', html)).posts[0]?.body.trim(), 'One\ntwo\n\nThree');
  });

  it('names nobody by an address', async () => {
    const names = [
      'jo@harbour.example',
      '"jo@harbour.example" <jo@harbour.example>',
      'jo <jo@harbour.example>',
      'jo at harbour.example (Jo Vey)',
      '"Vey, Jo" <jo@harbour.example>',
    ];
    const found: (string | null | undefined)[] = [];
    for (const name of names) {
      const [post] = (await read('a.eml', `From: ${name}\nSubject: a\n\nb`)).posts;
      found.push(post && cleanPost(post)?.author);
    }
    assert.deepEqual(found, [null, null, null, 'Jo Vey', 'Vey, Jo']);
  });

  it('that is hostile ends with a word', async () => {
    const nested = Array.from(
      { length: 200 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`,
    ).join('');
    const deep = await read('a.eml', `From: a\nSubject: b\n${nested}`);
    assert.match(deep.report.problems.join(), /^“a.eml” cannot be read. Maximum MIME nesting depth/);
    const header = await read('a.eml', `From: a\nSubject: ${'b'.repeat(2_000_000)}\n\nc`);
    assert.match(header.report.problems.join(), /header size/);
    const large = await read('a.mbox', `${MAIL}\n${MAIL}${'x'.repeat(50_000_001)}\n\n${MAIL}`, { size: 1_000_000 });
    assert.deepEqual([large.posts.length, large.report.skipped], [2, [{ why: 'larger than 50 MB', count: 1 }]]);
    assert.match((await read('a.mbox', 'nothing', { format: 'mbox' })).report.problems.join(), /no message/);
  });
});

/** The texts of the messages of a box that comes in pieces. */
async function split(box: string, size: number): Promise<string[]> {
  const bytes = new TextEncoder().encode(box);
  // eslint-disable-next-line @typescript-eslint/require-await
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const found: string[] = [];
  for await (const message of splitMbox(pieces())) found.push(new TextDecoder().decode(message.bytes ?? undefined));
  return found;
}

describe('mailboxes', () => {
  const lines = fc.array(
    fc.constantFrom(
      '',
      '',
      'From',
      'From here on',
      'From mara@harbour.example',
      'Subject: a',
      'a',
      '>From b',
      '>>From c',
      '> d',
      'x'.repeat(1500),
      'From '.repeat(300),
    ),
    { maxLength: 12 },
  );
  const start = fc.constantFrom(
    'From mara@harbour.example Thu May  4 10:20:30 2016',
    'From m at harbour.example  Thu May  4 10:20:30 2016',
    'From - Thu May 04 10:20:30 2016',
  );

  it('are split alike in pieces of any size, and give each message back', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(start, lines), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 3000 }),
        async (mails, eol, size) => {
          const bodies = mails.map(([, body], i) =>
            [
              'From: a',
              `Subject: ${i}`,
              '',
              ...body.map((line) => (line.startsWith('From ') ? `>${line}` : line)),
              '',
            ].join(eol),
          );
          const box = mails.map(([from], i) => `${from}${eol}${bodies[i] ?? ''}${eol}`).join('');
          const found = await split(box, size);
          const unquoted = (text: string) => text.replace(/^>(>*From )/gm, '$1').trimEnd();
          assert.deepEqual(
            found.map((text) => text.trimEnd()),
            bodies.map(unquoted),
          );
        },
      ),
      trials(100),
    ));

  it(
    'have the messages that Python finds, with their subjects, days and ids',
    needs('python3', async function () {
      this.timeout(120_000);
      const folder = mkdtempSync(join(tmpdir(), 'postgloss-mbox-'));
      try {
        const path = join(folder, 'a.mbox');
        const box = fc
          .sample(generated, { numRuns: share(10_000, 300), seed: 20_160_504 })
          .map((make, i) => make(i))
          .join('');
        writeFileSync(path, box);
        const { stdout, stderr } = spawnSync('python3', ['-c', PROGRAM, path], { encoding: 'utf8', maxBuffer: 1e9 });
        assert.equal(stderr, '');
        const expected = stdout
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as unknown);
        const { posts, report } = await read('a.mbox', box, { size: 10_000 });
        assert.deepEqual(report.problems, []);
        assert.equal(posts.length, expected.length);
        for (const [i, { title, date, id }] of posts.entries()) {
          assert.deepEqual([title?.split(/\s+/).join(' ').trim() ?? null, date, id], expected[i], `message ${i}`);
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }),
  );
});

/** Prints subject, day and id of each message of a box, a line of JSON each. */
const PROGRAM = `
import datetime, email.policy, email.parser, email.utils, json, mailbox, sys
parser = email.parser.BytesHeaderParser(policy=email.policy.default)
box = mailbox.mbox(sys.argv[1], create=False)
for key in box.keys():
    message = parser.parse(box.get_file(key))
    subject = ' '.join(str(message['subject']).split())
    day = datetime.date(*email.utils.parsedate_tz(str(message['date']))[:3]).isoformat()
    print(json.dumps([subject, day, message['message-id'].strip()]))
`;

const word = fc.constantFrom('harbour', 'mole', 'Häfen', '港', 'boats', 'closed', 'a=b', '1959', '"x"', 'née');
const subject = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const encoded = fc.tuple(subject, fc.constantFrom('q', 'b', 'none')).map(([text, how]) => {
  // eslint-disable-next-line no-control-regex
  if (how === 'none' && /^[\x00-\x7f]*$/.test(text)) return text;
  if (how === 'b') return `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
  return `=?utf-8?q?${Array.from(Buffer.from(text), (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')}?=`;
});
const day = fc.date({ min: new Date('1985-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
const body = fc.array(fc.constantFrom('', 'From here on', '>From x', 'Text.', '-- ', '--b', 'Subject: no'), {
  maxLength: 8,
});

const generated = fc
  .tuple(encoded, day, body, fc.constantFrom('+0000', '-0800', '+0530'))
  .map(([title, date, lines, zone]) => (i: number) => {
    const utc = date.toUTCString();
    return [
      `From mara@harbour.example ${utc.slice(0, 3)} ${utc.slice(8, 11)} ${utc.slice(5, 7)} ${utc.slice(17, 25)} ${utc.slice(12, 16)}`,
      'From: Mara Lind <mara@harbour.example>',
      `Subject: ${title}`,
      `Date: ${utc.slice(0, 25)} ${zone}`,
      `Message-ID: <${i}@harbour.example>`,
      '',
      ...lines.map((line) => (/^>*From /.test(line) ? `>${line}` : line)),
      '',
      '',
    ].join('\n');
  });
