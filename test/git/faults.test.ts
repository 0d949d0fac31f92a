import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { driverLine } from '../../src/node/git/driver-line';
import { callBundle, buildBundle, type Bundle } from '../cli/support/call';
import { seeded } from '../support/forks';
import { describeSlow, share } from '../support/trials';
import { Repository } from './support/repository';
import { SCENARIOS, type Versions } from './support/scenarios';
import { isConflicted } from './support/shown';

// What goes wrong around a merge: broken files, a driver that dies, a runtime that is gone, names made to hurt.

const PATH = 'a.txt.gloss.yaml';
const KILLS = share(5);

function sidecar(...records: readonly string[]): string {
  return `postgloss: 1\nannotations:\n${records.join('')}`;
}

function record(id: string, note: string): string {
  return `  - id: ${id}\n    quote: passage of ${id}\n    note: ${note}\n`;
}

const BASE = sidecar(record('aaaa', 'one'), record('bbbb', 'two'));
const OURS = sidecar(record('aaaa', 'our word'), record('oooo', 'new'), record('bbbb', 'two'));
const THEIRS = sidecar(record('aaaa', 'their word'), record('bbbb', 'two'), record('tttt', 'new'));
const WORDS = ['our word', 'their word', 'oooo', 'tttt'];

describeSlow('git with the merge driver, when things go wrong', () => {
  let bundle: Bundle;
  let work: string;
  let template: Repository;
  before(async () => {
    bundle = await buildBundle();
    work = mkdtempSync(join(tmpdir(), 'postgloss faults '));
    template = Repository.create(lineFor(process.execPath));
  });
  after(async () => {
    template.dispose();
    rmSync(work, { recursive: true, force: true });
    await bundle.dispose();
  });

  const lineFor = (program: string) => driverLine({ program, bundle: bundle.path, electron: false });

  function merged(versions: Versions, use: (repository: Repository) => void = () => undefined, path = PATH) {
    const repository = template.copy();
    try {
      use(repository);
      const { status } = SCENARIOS.merge?.(repository, path, versions) ?? { status: null };
      const unmerged = repository.git('ls-files', '-u', '-z').length > 0;
      const litter = readdirSync(repository.folder).filter((name) => name.startsWith('.merge_file'));
      return { status, text: repository.read(path), unmerged, litter };
    } finally {
      repository.dispose();
    }
  }

  const tables: Readonly<Record<string, Versions & { words: readonly string[] }>> = {
    'both sides made the file': { base: null, ours: OURS, theirs: THEIRS, words: WORDS },
    'our side is broken': { base: BASE, ours: `${OURS}  - id: "open\n`, theirs: THEIRS, words: WORDS },
    'their side is broken': { base: BASE, ours: OURS, theirs: THEIRS.replace('note: new', 'note: *new'), words: WORDS },
    'their side is of a newer version': { base: BASE, ours: OURS, theirs: THEIRS.replace(': 1', ': 2'), words: WORDS },
    'our side is empty': { base: BASE, ours: '', theirs: THEIRS, words: ['their word', 'tttt'] },
    'their side has CRLF': { base: BASE, ours: OURS, theirs: THEIRS.replaceAll('\n', '\r\n'), words: WORDS },
    'an id is there twice': {
      base: BASE,
      ours: OURS.replace('oooo', 'bbbb'),
      theirs: THEIRS,
      words: ['their word', 'tttt'],
    },
    'a side was committed with markers': {
      ...{ base: BASE, ours: OURS.replace('  - id: oooo', '<<<<<<< x\n=======\n>>>>>>> y\n  - id: oooo') },
      ...{ theirs: THEIRS, words: WORDS },
    },
  };
  for (const [name, { words, ...versions }] of Object.entries(tables)) {
    it(`D5: leaves both sides to a person when ${name}`, () => {
      const { status, text, unmerged } = merged(versions);
      assert.equal(status, 1);
      assert.ok(unmerged);
      for (const word of words) assert.ok(text.includes(word), `${word} is lost in\n${text}`);
    });
  }

  it('D8: counts 300 conflicts as a conflict', () => {
    const many = (word: string) => sidecar(...Array.from({ length: 300 }, (_, i) => record(`r${i}`, `${word} ${i}`)));
    const { status, text } = merged({ base: many('base'), ours: many('ours'), theirs: many('theirs') });
    assert.equal(status, 1);
    assert.equal(text.match(/^<{7} ours$/gm)?.length, 300);
  });

  it('D6: is safe when killed at any moment', function () {
    this.timeout(60_000 + KILLS * 3000);
    const pick = seeded(7);
    const killer = join(work, 'killer.sh');
    let died = 0;
    for (let n = 0; n < KILLS; n++) {
      // A small file, as large ones would only make the moments after the first act longer.
      const delay = (pick(160) / 1000).toFixed(3);
      const script = `#!/bin/sh\n"${process.execPath}" "$@" &\np=$!\nsleep ${delay}\nkill -9 $p 2>/dev/null && touch "${work}/died"\nwait $p\n`;
      writeFileSync(killer, script);
      chmodSync(killer, 0o755);
      rmSync(join(work, 'died'), { force: true });
      const { status, text, unmerged } = merged({ base: BASE, ours: OURS, theirs: THEIRS }, (repository) =>
        repository.git('config', 'merge.postgloss.driver', lineFor(killer)),
      );
      if (existsSync(join(work, 'died'))) died++;
      assert.equal(status, 1, `killed after ${delay} s`);
      assert.ok(unmerged);
      for (const word of WORDS) assert.ok(text.includes(word), `${word} is lost after ${delay} s in\n${text}`);
    }
    assert.ok(died > 0, 'none was killed in time');
  });

  it('D6: is safe when the shell around it dies too', function () {
    this.timeout(60_000 + KILLS * 3000);
    const pick = seeded(8);
    const killer = join(work, 'killer-of-all.sh');
    for (let n = 0; n < KILLS; n++) {
      const delay = (pick(100) / 1000).toFixed(3);
      writeFileSync(
        killer,
        `#!/bin/sh\n"${process.execPath}" "$@" &\np=$!\nsleep ${delay}\nkill -9 $PPID $p 2>/dev/null\nwait $p\n`,
      );
      chmodSync(killer, 0o755);
      const { status, text } = merged({ base: BASE, ours: OURS, theirs: THEIRS }, (repository) =>
        repository.git('config', 'merge.postgloss.driver', lineFor(killer)),
      );
      assert.notEqual(status, 0);
      for (const word of WORDS) assert.ok(text.includes(word), `${word} is lost after ${delay} s in\n${text}`);
    }
  });

  it('D6: is safe when made to throw at any call', function () {
    this.timeout(60_000 + KILLS * 3000);
    const pick = seeded(9);
    for (let n = 0; n < KILLS; n++) {
      // Fails the k-th call of something that all of the program uses.
      const fault = join(work, 'fault.cjs');
      const method = ['Map.prototype.set', 'Array.prototype.map', 'String.prototype.slice'][pick(3)] ?? '';
      const at = 1 + pick(400);
      writeFileSync(
        fault,
        `let n = 0; const old = ${method}; ${method} = function (...args) { if (++n === ${at}) throw new Error('fault'); return old.apply(this, args); };`,
      );
      const program = join(work, 'faulty.sh');
      writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" --require "${fault}" "$@"\n`);
      chmodSync(program, 0o755);
      const { status, text, unmerged } = merged({ base: BASE, ours: OURS, theirs: THEIRS }, (repository) =>
        repository.git('config', 'merge.postgloss.driver', lineFor(program)),
      );
      assert.equal(status, 1, `${method} ${at}`);
      assert.ok(unmerged);
      for (const word of WORDS) assert.ok(text.includes(word), `${word} is lost by ${method} ${at} in\n${text}`);
    }
  });

  it('D6: is safe when Node or the program is gone', () => {
    for (const runtime of [
      { program: join(work, 'no such node'), bundle: bundle.path, electron: true },
      { program: process.execPath, bundle: join(work, 'no such program'), electron: false },
    ]) {
      const { status, text, litter } = merged({ base: BASE, ours: OURS, theirs: THEIRS }, (repository) =>
        repository.git('config', 'merge.postgloss.driver', driverLine(runtime)),
      );
      assert.equal(status, 1);
      assert.ok(isConflicted(text));
      for (const word of WORDS) assert.ok(text.includes(word));
      assert.deepEqual(litter, []);
    }
  });

  it('D9: cannot be led astray by names', () => {
    const names = [
      "it's a name",
      '-rf',
      '--path',
      '$(touch pwned)',
      '`touch pwned`',
      'a;touch pwned',
      'a&&touch pwned',
      '%A %O',
      '"',
      'é\u202e',
      'new\nline',
      '*',
    ];
    for (const name of names) {
      const path = `dir ${name}/${name}.gloss.yaml`;
      const { status, text, litter } = merged(
        { base: BASE, ours: OURS.replace('our word', 'one'), theirs: THEIRS },
        (repository) => {
          repository.git('config', 'core.quotepath', 'false');
        },
        path,
      );
      assert.equal(status, 0, path);
      assert.ok(
        ['their word', 'oooo', 'tttt'].every((word) => text.includes(word)),
        path,
      );
      assert.deepEqual(litter, []);
      assert.ok(!existsSync('pwned'));
    }
  });

  it('D8: finds its way through a criss-cross', () => {
    const repository = template.copy();
    try {
      const solve = (text: string) => text.replace(/^<{7} ours\n([^]*?)^={7}\n[^]*?^>{7} theirs\n/gm, '$1');
      SCENARIOS.merge?.(repository, PATH, { base: BASE, ours: OURS, theirs: THEIRS });
      repository.write(PATH, `${solve(repository.read(PATH))}${record('zzz1', 'later')}`);
      repository.commit('merged by us');
      repository.git('checkout', '-q', 'theirs');
      repository.try('merge', '-q', 'main~1');
      repository.write(PATH, `${solve(repository.read(PATH))}${record('zzz2', 'later')}`);
      repository.commit('merged by them');
      repository.git('checkout', '-q', 'main');
      const { status } = repository.try('merge', '-q', 'theirs');
      const text = repository.read(PATH);
      assert.equal(status, 1);
      for (const word of [...WORDS, 'zzz1', 'zzz2', 'aaaa', 'bbbb'])
        assert.ok(text.includes(word), `${word} is lost in\n${text}`);
    } finally {
      repository.dispose();
    }
  });

  it('D7: is set up by one command, in a folder with spaces too', async () => {
    const repository = Repository.create(null);
    try {
      repository.write('.gitattributes', '*.txt text');
      repository.write('sub folder/x', '');
      const first = await callBundle(bundle, ['setup-git', 'sub folder'], repository.folder);
      assert.equal(first.code, 0, first.stderr);
      const attributes = '*.txt text\n*.gloss.yaml merge=postgloss\npostgloss.yaml merge=postgloss\n';
      assert.equal(repository.read('.gitattributes'), attributes);
      const again = await callBundle(bundle, ['setup-git'], repository.folder);
      assert.equal(again.code, 0);
      assert.match(again.stdout, /^(?:\S+ +unchanged .*\n){3}$/);
      assert.equal(repository.read('.gitattributes'), attributes);
      const { status } =
        SCENARIOS.merge?.(repository, PATH, { base: BASE, ours: OURS, theirs: BASE + record('tttt', 'x') }) ?? {};
      assert.equal(status, 0);
    } finally {
      repository.dispose();
    }
  });

  it('refuses to be set up beside merge=union', async () => {
    const repository = Repository.create(null);
    try {
      repository.write('.gitattributes', '*.gloss.yaml merge=union\n');
      const { code, stderr } = await callBundle(bundle, ['setup-git'], repository.folder);
      assert.equal(code, 1);
      assert.match(stderr, /\.gitattributes:1”: merge=union mixes/);
      assert.equal(repository.read('.gitattributes'), '*.gloss.yaml merge=union\n');
      repository.write('.gitattributes', '');
      repository.write('deep/.gitattributes', '* merge=union\n');
      repository.write('deep/x.gloss.yaml', BASE);
      repository.commit('deep');
      const deep = await callBundle(bundle, ['setup-git'], repository.folder);
      assert.equal(deep.code, 1);
      assert.match(deep.stderr, /deep\/x\.gloss\.yaml”: merge=union/);
    } finally {
      repository.dispose();
    }
  });
});
