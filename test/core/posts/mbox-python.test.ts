// Boxes of mails are read as the modules `mailbox` and `email` of Python read them, which are written after the RFCs and know no line of ours.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readPosts } from '../../../src/core/posts/read-posts';
import { share } from '../../support/trials';
import { boxOf, mail } from './mails';

/** Prints subject and day of each mail of a box, a line of JSON each. */
const PROGRAM = `
import datetime, email.parser, email.policy, email.utils, json, mailbox, re, sys
def day(value):
    try:
        return datetime.date(*email.utils.parsedate_tz(value)[:3]).isoformat()
    except (TypeError, ValueError):
        return None
parser = email.parser.BytesHeaderParser(policy=email.policy.default)
box = mailbox.mbox(sys.argv[1], create=False)
for key in box.keys():
    file = box.get_file(key, from_=True)
    came = file.readline().decode()
    message = parser.parse(file)
    subject = ' '.join(str(message['subject'] or '').split()) or None
    raw = message['date']
    found = day(str(raw)) if raw is not None else None
    print(json.dumps([subject, found or day(re.search('(Mon|Tue|Wed|Thu|Fri|Sat|Sun) .*', came)[0])]))
`;

const folder = mkdtempSync(join(tmpdir(), 'postgloss-mbox-'));
after(() => rmSync(folder, { recursive: true, force: true }));

describe('a box of mails', () => {
  before('skips with a word where there is no Python', function () {
    if (spawnSync('python3', ['--version']).status !== 0) {
      console.log('      python3 is not here; nothing to compare with.');
      this.skip();
    }
  });

  for (const [name, eol] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ] as const) {
    it(`has the mails, subjects and days that Python finds, with ${name}`, function () {
      this.timeout(120_000);
      const text = boxOf(
        fc.sample(mail, { numRuns: share(10_000, 500), seed: Number(process.env.SEED ?? 20_160_504) }),
        eol,
      );
      const path = join(folder, 'box.mbox');
      writeFileSync(path, text);
      const { stdout, stderr } = spawnSync('python3', ['-c', PROGRAM, path], { encoding: 'utf8', maxBuffer: 1e9 });
      assert.equal(stderr, '');
      const expected = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as [string | null, string | null]);
      const found = readPosts(text).posts.map(({ title, date }) => [title, date]);
      assert.equal(found.length, expected.length);
      for (const [index, pair] of found.entries()) assert.deepEqual(pair, expected[index], `mail ${index}`);
    });
  }
});
