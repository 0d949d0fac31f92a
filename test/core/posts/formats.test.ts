import assert from 'node:assert/strict';
import { contentHash } from '../../../src/core/indexing/content-hash';
import { FORMAT_NAMES, FORMATS, isFormatName, type Format } from '../../../src/core/posts/formats';
import { readPosts } from '../../../src/core/posts/read-posts';
import { CLOSED, entry, OPEN } from './text';

/** Texts in each format, and what two readers make of the same text. Add one for a new format. */
const SAMPLES: readonly (readonly [path: string, text: string])[] = [
  ['archives/harbour.txt', ['Posts tagged ‘Harbour’', CLOSED, OPEN].join('\n\n')],
  [
    'archives/fused.txt',
    [
      entry('A bridge', 'June 1, 2017', 'A bridge, Coastal ReviewMara Lind, June 1, 2017', 'It stands.'),
      entry('Tolls', '03/04/2016', 'Tolls, by Jon Vey, April 3, 2016', 'They rise.'),
      entry('Rain', 'March 2, 2016', 'Rain, Basra Gazette', 'It rains.'),
    ].join('\n\n'),
  ],
  [
    'archives/bare.txt',
    ['May 4, 2016', 'May 3, 2016', 'May 2, 2016'].map((day) => entry('Closed', day, null, 'Text.')).join('\n\n'),
  ],
  ['notes/yaml.md', '---\ntitle: Rain\ndate: 2016-05-04\nauthors: [Mara Lind, Jon Vey]\n---\n\nIt rains.\n'],
  ['notes/toml.md', '+++\ntitle = "Rain"\ndate = 2016-05-04\n[extra]\nsource = "Coastal Review"\n+++\nIt rains.\n'],
  ['notes/2016-05-04-rain.md', '# Rain\n\nIt rains.\n'],
  ['2016/05/04/rain.txt', 'It rains.\n'],
  ['notes/broken.md', '---\ntitle: Rain: again\ndate: 4 mai 2016\n---\n\nIt rains.\n'],
  ['notes/loose.md', 'Title: Rain\nDate: 2016-05-04 10:20\n\nIt rains.\n'],
  ['archives/de.txt', ['14. Mai 2016', '13. Mai 2016'].map((day) => entry('Zu', day, null, 'Text.')).join('\n\n')],
  [
    'archives/sentences.txt',
    ['No.', 'Shut', 'Open', 'Why?']
      .map((title, day) => entry(title, `May ${9 - day}, 2016`, null, 'Text.'))
      .join('\n\n'),
  ],
  ['archives/diary.txt', ['Diary of 2016', '4 May', 'It rains.', '== 5 May ==', 'It pours.'].join('\n\n')],
  ['archives/log.txt', '2016-05-04: Rain\n2016-05-05: Sun\n2016-05-06: Wind\n'],
  [
    'archives/one-word.txt',
    ['Mara Lind', 'Jon Vey', 'CJ Roe']
      .map((name) => entry('Zu', 'May 4, 2016', `Zu, Bote${name}, May 4, 2016`, 'Text.'))
      .join('\n\n'),
  ],
  [
    'notes/sections.md',
    '# Log\n\n## 2016-05-04 Rain\n\nIt rains.\n\n## Sun (5 May 2016)\n\n*By Mara Lind*\n\nIt shines.\n',
  ],
  ['notes/records.txt', 'Title: Rain\nDate: 2016-05-04\n\nIt rains.\n\nTitle: Sun\nDate: 2016-05-05\n\nIt shines.\n'],
  [
    'notes/two.md',
    '---\ntitle: Rain\ndate: 2016-05-04\n---\n\nIt rains.\n\n---\ntitle: "S\\u0075n"\ndate: 2016-05-05\n---\n\nIt shines.\n',
  ],
  [
    'exports/press.txt',
    'Rain\nCoastal Review\nMay 4, 2016 Wednesday\n\nLength: 20 words\nByline: Mara Lind\nBody\n\nIt rains.\n',
  ],
  ['notes/signs.md', '---\ntitle: !x Rain\nauthor: &y\ndate: 2016-05-04\n---\n'],
  ['notes/rain.adoc', '= Rain\nMara Lind <mara@harbour.example>\nv1.0, 2016-05-04\n\nIt rains.\n'],
  ['empty.txt', ''],
  [
    'mail/2016-May.txt',
    [
      'From mara at harbour.example  Thu May  4 10:20:30 2016\nFrom: mara at harbour.example (Mara Lind)\nSubject: Rain\n\nIt rains.\n',
      'From jon at harbour.example  Fri May  5 10:20:30 2016\nDate: Fri, 5 May 2016 10:20:30 +0200\nSubject: =?utf-8?Q?Re:_Rain?=\nList-Id: Talk <talk.harbour.example>\n\n>From here it rains.\n',
    ].join('\n'),
  ],
  ['mail/rain.eml', 'From: Mara Lind <mara@harbour.example>\nDate: 4 May 2016\nContent-Type: text/html\n\n<p>Rain\n'],
];

/** The version of each format, and the hash of all that it finds in the samples. */
const FOUND: Readonly<Record<Format, readonly [version: number, hash: string]>> = {
  'post-archive': [3, '7f086afac5e89146'],
  'front-matter': [3, '0e1dfb86b0e4e0c5'],
  plain: [3, 'e4d1d5342c8eb2d5'],
  mbox: [1, '13e2dfac9f9b8cd7'],
};

describe('the formats', () => {
  for (const [name, [version, hash]] of Object.entries(FOUND) as [Format, (typeof FOUND)[Format]][]) {
    it(`${name} finds what its version says, read as such and by itself`, () => {
      const read = SAMPLES.map(([path, text]) => readPosts(text, { path, format: name }));
      const detected = SAMPLES.map(([path, text]) => readPosts(text, { path })).filter(({ format }) => format === name);
      assert(detected.length > 0, 'Add a sample in which the format is detected');
      assert.deepEqual(
        [FORMATS[name].version, contentHash(JSON.stringify([read, detected]))],
        [version, hash],
        `What ${name} finds has changed: raise its version in core/posts/formats.ts, then state version and hash here`,
      );
    });
  }

  it('are named by those words alone', () => {
    assert.deepEqual(FORMAT_NAMES, ['auto', ...Object.keys(FORMATS)]);
    for (const name of FORMAT_NAMES) assert(isFormatName(name));
    for (const name of ['', 'pdf', 'Plain', 'constructor', '__proto__']) assert(!isFormatName(name), name);
  });
});
