import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readMarkedSidecar } from '../../../src/core/conflicts/read-marked-sidecar';
import { conflictOf } from '../../../src/core/conflicts/conflict-of';
import { readConflicts } from '../../../src/core/conflicts/read-conflicts';
import { mergeTexts } from '../../../src/core/merge/merge-texts';
import { textIn, type MergeFields } from '../../../src/core/merge/model';
import { SIDECAR_SHAPE } from '../../../src/core/merge/shape';
import { ANNOTATION, ANNOTATION_FIELDS } from '../../../src/core/sidecar/annotation';
import { readSidecar, type Sidecar } from '../../../src/core/sidecar/read-sidecar';
import { changeAnnotation, removeAnnotation } from '../../../src/core/sidecar/write-sidecar';
import { conflicted } from '../../support/conflicted';
import { decide, outcomes, said } from '../../support/merge-laws';
import { trials } from '../../support/trials';

const PATH = 'a.txt.gloss.yaml';
const sidecars = conflicted.filter(({ fork }) => fork.shape.kind === 'sidecar');

describe('a sidecar with conflict markers, as it is shown', () => {
  it('holds every record that either side would have, once, and is in conflict where the sides contradict each other', () => {
    fc.assert(
      fc.property(sidecars, fc.boolean(), ({ fork, text, stages }, known) => {
        const shown = readMarkedSidecar(text, PATH, known ? stages : null);
        const decisions = decide(fork);
        assert.ok(decisions);
        const [ours, theirs] = outcomes(decisions, fork);
        const wanted = new Set([...ours.records, ...theirs.records].map(nameOf));
        assert.deepEqual(new Set(shown.contents.map((content) => nameOf(fieldsOf(content)))), wanted);
        assert.equal(shown.contents.length, wanted.size);
        const open = decisions.records.filter(({ action }) => action === 'conflict').length;
        assert.equal(shown.conflicts?.size, open);
        // What is in no conflict says the same whichever side is chosen.
        const both = new Set(ours.records.map((record) => said(record)));
        const agreed = theirs.records.filter((record) => both.has(said(record)));
        assert.equal(shown.contents.length - open, agreed.length);
      }),
      trials(60),
    );
  });

  it('leads from each conflicted annotation to the conflict that can be decided', () => {
    fc.assert(
      fc.property(sidecars, ({ text, stages }) => {
        const shown = readMarkedSidecar(text, PATH, stages);
        const { conflicts } = readConflicts(text, PATH, stages);
        for (const annotation of shown.annotations) {
          const key = conflictOf(shown, annotation)?.key;
          if (key === undefined) continue;
          const conflict = conflicts.find((candidate) => candidate.key === key);
          assert.ok(conflict, String(key));
          const record = conflict.ours ?? conflict.theirs;
          assert.equal(annotation.quote, record?.get('quote'));
          if (conflict.ours) assert.equal(annotation.note, record && textIn(record, 'note'));
        }
      }),
      trials(60),
    );
  });

  it('tells where each record with an id stands in the file', () => {
    fc.assert(
      fc.property(sidecars, ({ text, stages }) => {
        for (const { id, record } of readMarkedSidecar(text, PATH, stages).annotations) {
          assert.ok(record.start >= 0 && record.start < record.end && record.end <= text.length);
          if (id !== null) assert.match(text.slice(record.start, record.end), new RegExp(`id: ["']?${id}`));
        }
      }),
      trials(60),
    );
  });

  it('is not written, and says why', () => {
    fc.assert(
      fc.property(sidecars, ({ text, stages }) => {
        const shown = readMarkedSidecar(text, PATH, stages);
        assert.equal(shown.writable, false);
        for (const annotation of shown.annotations) {
          for (const written of [
            changeAnnotation(shown, annotation, { note: 'another' }),
            removeAnnotation(shown, annotation),
          ]) {
            assert.ok(!written.ok);
            assert.match(written.why, /conflict markers\. Solve the conflict/);
          }
        }
      }),
      trials(60),
    );
  });

  it('shows what theirs has of a record that ours has taken out', () => {
    const shown = readMarkedSidecar(
      marked('', record('aaaa', 'changed by theirs'), record('bbbb', 'same')),
      PATH,
      null,
    );
    assert.deepEqual(notes(shown), ['changed by theirs!', 'same']);
  });

  it('is in fewer conflicts with what git knows than with the markers alone', () => {
    const base = `${HEAD}${record('aaaa', 'same')}`;
    const [ours, theirs] = [base + record('oooo', 'ours'), base + record('tttt', 'theirs')];
    const text = base + `<<<<<<< HEAD\n${record('oooo', 'ours')}=======\n${record('tttt', 'theirs')}>>>>>>> b\n`;
    const stages = { base, ours, theirs, byLines: text };
    assert.deepEqual(notes(readMarkedSidecar(text, PATH, stages)), ['same', 'ours', 'theirs']);
    assert.deepEqual(notes(readMarkedSidecar(text, PATH, null)), ['same', 'ours!', 'theirs!']);
  });

  it('shows one side as it stands where the other cannot be read', () => {
    const broken = '  - id: bbbb\n    quote: "not closed\n';
    for (const eol of ['\n', '\r\n']) {
      const text = `${HEAD}${record('aaaa', 'before')}<<<<<<< HEAD\n${record('bbbb', 'ours')}=======\n${broken}>>>>>>> b\n${record('cccc', 'behind')}`;
      const withEnds = text.replaceAll('\n', eol);
      const shown = readMarkedSidecar(withEnds, PATH, null);
      assert.deepEqual(notes(shown), ['before', 'ours!', 'behind']);
      assert.equal(shown.writable, false);
      assert.deepEqual([...(shown.conflicts?.values() ?? [])], [null]);
      for (const { id, record: place } of shown.annotations) {
        assert.match(withEnds.slice(place.start, place.end), new RegExp(`id: ${id ?? ''}[^]*note: \\w+$`));
        assert.doesNotMatch(withEnds.slice(place.start, place.end), /[<=>]{7}/);
      }
      const swapped = readMarkedSidecar(marked(broken, record('bbbb', 'theirs'), '').replaceAll('\n', eol), PATH, null);
      assert.deepEqual(notes(swapped), ['theirs!']);
    }
  });

  it('counts a record as conflicted whose lines a broken conflict touches', () => {
    const text = `${HEAD}${record('aaaa', 'one')}<<<<<<< HEAD\n    by: ann\n=======\n    by: "\n>>>>>>> b\n${record('cccc', 'two')}`;
    assert.deepEqual(notes(readMarkedSidecar(text, PATH, null)), ['one!', 'two']);
    // Ours has nothing there; it may be about the record above.
    const empty = text.replace('    by: ann\n', '');
    assert.deepEqual(notes(readMarkedSidecar(empty, PATH, null)), ['one!', 'two']);
  });

  it('shows nothing where the markers do not go together', () => {
    const shown = readMarkedSidecar(`${HEAD}${record('aaaa', 'x')}<<<<<<< HEAD\n`, PATH, null);
    assert.deepEqual([shown.annotations.length, shown.conflicts, shown.writable], [0, null, false]);
  });

  it('reads as usual once it is solved', () => {
    fc.assert(
      fc.property(sidecars, ({ stages }) => {
        const { conflicts } = readSidecar(stages.ours);
        assert.equal(conflicts, null);
      }),
      trials(10),
    );
  });

  it('is read from what the driver left just as from what git left', () => {
    const base = `${HEAD}${record('aaaa', 'start')}${record('bbbb', 'same')}`;
    const [ours, theirs] = [base.replace('start', 'our word'), base.replace('start', 'their word')];
    const merged = mergeTexts({ base, ours, theirs });
    assert.ok(merged.kind === 'conflict');
    const byGit = base.replace(
      '    note: start\n',
      '<<<<<<< HEAD\n    note: our word\n=======\n    note: their word\n>>>>>>> b\n',
    );
    for (const text of [merged.text, byGit]) {
      assert.deepEqual(notes(readMarkedSidecar(text, PATH, { base, ours, theirs, byLines: byGit })), [
        'our word!',
        'same',
      ]);
    }
  });
});

const HEAD = 'postgloss: 1\nannotations:\n';

function record(id: string, note: string): string {
  return `  - id: ${id}\n    quote: passage of ${id}\n    note: ${note}\n`;
}

function marked(ours: string, theirs: string, behind: string): string {
  return `${HEAD}<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> b\n${behind}`;
}

/** The notes in their order, with a mark behind those in conflict. */
function notes(sidecar: Sidecar): string[] {
  return sidecar.annotations.map((annotation) => {
    return `${annotation.note ?? ''}${conflictOf(sidecar, annotation) ? '!' : ''}`;
  });
}

/** What tells a record from others: its id, else its passage. */
function nameOf(record: MergeFields): string {
  return textIn(record, 'id') ?? JSON.stringify(SIDECAR_SHAPE.identity.map((key) => textIn(record, key)));
}

function fieldsOf(content: Sidecar['contents'][number]): MergeFields {
  return new Map(ANNOTATION_FIELDS.map((field) => [field, ANNOTATION.valueOf(content, field)]));
}
