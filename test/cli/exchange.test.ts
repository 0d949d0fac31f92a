import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FORMATS } from '../../src/core/exchange';
import { callHere } from './support/call';
import { ARCHIVE } from './support/case';
import { withFolder } from './support/folder';

const SIDECAR = `postgloss: 1
annotations:
  - id: h4rb0ur1
    post: 2016-05-04/the-harbour-is-closed
    quote: |-
      shut.

      Nobody
    before: saw the gates of Norvik
    after: at the Pilots’ Guild would say
    tags:
      - claim
      - claim/unsourced
    note: Compare "it" & <that>.
    by: jo
    on: "2026-11-22"
`;
const files = { ...ARCHIVE, 'archives/harbour.txt.gloss.yaml': SIDECAR };
const sidecarOf = (folder: string) => readFile(join(folder, 'archives/harbour.txt.gloss.yaml'), 'utf8');

describe('postgloss export', () => {
  for (const { name, write, read, shape } of FORMATS) {
    if (!write) continue;
    it(`writes ${name}, the same each time${read ? ', and takes it back without a change' : ''}`, () =>
      withFolder(files, async (folder) => {
        const call = ['export', '--format', name, '--output', 'out', '--json'];
        const first = await callHere(call, folder);
        assert.equal(first.code, 0, first.stderr);
        const bytes = async () => {
          const names =
            shape === 'folder' ? (await readdir(join(folder, 'out'))).map((one) => join('out', one)) : ['out'];
          return Promise.all(names.sort().map((one) => readFile(join(folder, one))));
        };
        const before = await bytes();
        assert.deepEqual(await callHere(call, folder), first);
        assert.deepEqual(await bytes(), before);
        if (!read) return;
        const back = await callHere(['import', 'out', '--format', name, '--json'], folder);
        assert.equal(back.code, 0, back.stderr);
        const rows = JSON.parse(back.stdout) as { readonly action: string }[];
        assert.ok(
          rows.every(({ action }) => action === 'same'),
          back.stdout,
        );
        assert.equal(await sidecarOf(folder), SIDECAR);
      }));
  }

  it('tells what is lost, and ends with 1 if that is asked for', () =>
    withFolder(files, async (folder) => {
      const call = [
        'export',
        '--format',
        'jsonl',
        '--dialect',
        'doccano',
        '--output',
        'out.jsonl',
        '--strict',
        '--json',
      ];
      const { code, stdout } = await callHere(call, folder);
      assert.equal(code, 1);
      const { written, skipped } = JSON.parse(stdout) as {
        written: number;
        skipped: { what: string; count: number; ids: string[] }[];
      };
      assert.equal(written, 1);
      assert.deepEqual(
        skipped.map(({ what, count, ids }) => [what, count, ids]),
        ['id', 'note', 'by', 'on'].map((what) => [what, 1, ['h4rb0ur1']]),
      );
    }));
});

describe('postgloss import', () => {
  it('adds annotations once, and changes what the file says otherwise', () =>
    withFolder({ ...ARCHIVE, 'quotes.csv': 'quote,tags,id\nNorvik wakes late,claim,a1b2c3d4\n' }, async (folder) => {
      const first = await callHere(['import', 'quotes.csv'], folder);
      assert.deepEqual([first.code, first.stderr], [0, 'Imported: 1 new.\n']);
      const written = await sidecarOf(folder);
      assert.match(written, /- id: a1b2c3d4\n.*\n {4}quote: Norvik wakes late\n/);
      assert.equal((await callHere(['import', 'quotes.csv'], folder)).stderr, 'Imported: 1 same.\n');
      assert.equal(await sidecarOf(folder), written);
      await writeFile(join(folder, 'quotes.csv'), 'quote,tags,id,note\nNorvik wakes late,claim,a1b2c3d4,So?\n');
      assert.equal((await callHere(['import', 'quotes.csv'], folder)).stderr, 'Imported: 1 changed.\n');
      assert.equal(await sidecarOf(folder), written.replace('      - claim\n', '      - claim\n    note: So?\n'));
    }));
});

describe('what other programs read of an export', () => {
  const python = spawnSync('python3', ['--version']).status === 0;
  const quoted = (program: string, path: string) => {
    const { status, stdout, stderr } = spawnSync('python3', ['-c', program, path], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    return stdout;
  };
  const expected = `h4rb0ur1\t${JSON.stringify('shut.\n\nNobody')}\n`;

  it('is the quote, by Python’s zipfile and ElementTree, in a project of REFI-QDA', function () {
    if (!python) return this.skip();
    const program = `
import json, sys, zipfile
import xml.etree.ElementTree as tree
ns = {'q': 'urn:QDA-XML:project:1.0'}
with zipfile.ZipFile(sys.argv[1]) as project:
    for source in tree.fromstring(project.read('project.qde')).iterfind('.//q:TextSource', ns):
        text = project.read('sources/' + source.get('plainTextPath')[len('internal://'):]).decode()
        for one in source.iterfind('q:PlainTextSelection', ns):
            print(one.get('name'), json.dumps(text[int(one.get('startPosition')):int(one.get('endPosition'))]), sep='\\t')
`;
    return withFolder(files, async (folder) => {
      await callHere(['export', '--format', 'refi', '--output', 'out.qdpx'], folder);
      assert.equal(quoted(program, join(folder, 'out.qdpx')), expected);
    });
  });

  it('is the quote in pieces of a line, by a reader of brat’s files in Python', function () {
    if (!python) return this.skip();
    const program = `
import glob, json, re, sys
for path in glob.glob(sys.argv[1] + '/*.ann'):
    with open(path[:-4] + '.txt', encoding='utf-8') as file: text = file.read()
    with open(path, encoding='utf-8') as file: lines = file.read().split('\\n')
    for line in lines:
        found = re.match(r'^(T\\d+)\\t(\\S+) ([0-9 ;]+)\\t(.*)$', line)
        if not found: continue
        parts = [tuple(map(int, part.split(' '))) for part in found[3].split(';')]
        assert ' '.join(text[a:b] for a, b in parts) == found[4], line
        assert not any('\\n' in text[a:b] for a, b in parts), line
        print(found[2], json.dumps(text[parts[0][0]:parts[-1][1]]), sep='\\t')
`;
    return withFolder(files, async (folder) => {
      await callHere(['export', '--format', 'brat', '--output', 'out'], folder);
      assert.equal(
        quoted(program, join(folder, 'out')),
        ['claim', 'claim-unsourced'].map((tag) => expected.replace('h4rb0ur1', tag)).join(''),
      );
    });
  });

  it('is valid by the schema of REFI-QDA', function () {
    const schema = ['shared', '../shared']
      .map((one) => join(one, 'exchange/refi/Project.xsd'))
      .find((path) => existsSync(path));
    // Skipped where the schema or the program is not at hand.
    if (schema === undefined || spawnSync('xmllint', ['--version']).status !== 0) return this.skip();
    return withFolder(files, async (folder) => {
      await callHere(['export', '--format', 'refi', '--output', 'out.qdpx'], folder);
      spawnSync('python3', ['-m', 'zipfile', '-e', join(folder, 'out.qdpx'), join(folder, 'x')]);
      const { status, stderr } = spawnSync('xmllint', ['--noout', '--schema', schema, join(folder, 'x/project.qde')], {
        encoding: 'utf8',
      });
      assert.equal(status, 0, stderr);
    });
  });
});
