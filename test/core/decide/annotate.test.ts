import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkArchive } from '../../../src/core/check/check';
import {
  annotate,
  changeStatement,
  createAlias,
  createEntity,
  createTag,
  removeAnnotations,
  trimSpan,
} from '../../../src/core/decide/annotate';
import type { Decision } from '../../../src/core/decision';
import { readSidecar } from '../../../src/core/sidecar/read-sidecar';
import { decide, openArchive, SIDECAR_PATH, spanOf, TEXT, TEXT_PATH, type Opened } from '../../support/archive';
import { mark } from '../../support/marked';
import { trials } from '../../support/trials';

const SIGNED = { by: 'jo', on: '2026-11-22' };
const FIRST = '2016-05-04/the-harbour-is-closed';
const SECOND = '2017-06-01/a-bridge-for-basra';

function why(decision: Decision): string {
  assert(!decision.ok);
  return decision.why;
}

const sidecar = ({ host }: Opened) => host.text(SIDECAR_PATH) ?? '';
const withoutIds = (text: string) => text.replace(/id: [g-z][0-9a-z]{7}$/gm, 'id: ID');
const stored = ({ text }: Opened, index: number) =>
  text.annotations[index]?.annotation ?? assert.fail('There is no such annotation.');

describe('annotating a passage', () => {
  it('writes a record that says what, where, who and when', async () => {
    const opened = await openArchive();
    await decide(
      opened,
      annotate(opened.text, [spanOf(TEXT, ' break barriers\u0020')], { tags: ['claim'], note: 'Two\nlines' }, SIGNED),
    );
    assert.equal(
      withoutIds(sidecar(opened)),
      `postgloss: 1
annotations:
  - id: ID
    post: ${FIRST}
    quote: break barriers
    before: argues that time has come to
    after: of sects. The Call replied at
    tags:
      - claim
    note: |-
      Two
      lines
    by: jo
    on: "2026-11-22"
`,
    );
    const [placed] = opened.text.annotations;
    assert.equal(placed?.anchor.state, 'exact');
    assert.deepEqual(placed.anchor.span, spanOf(TEXT, 'break barriers'));
    assert.deepEqual(
      checkArchive(opened.archive).filter((problem) => problem.code !== 'alias-collision'),
      [],
    );
  });

  it('adds to the annotation that the passage has already, and writes nothing for what is there', async () => {
    const opened = await openArchive();
    const span = spanOf(TEXT, 'break barriers');
    await decide(opened, annotate(opened.text, [span], { tags: ['claim'] }, SIGNED));
    await decide(
      opened,
      annotate(opened.text, [span], { tags: ['question'], note: 'Why?' }, { by: 'mia', on: '2027-01-01' }),
    );
    assert.equal(opened.text.annotations.length, 1);
    const { tags, note, by } = stored(opened, 0);
    assert.deepEqual([tags, note, by], [['claim', 'question'], 'Why?', 'jo']);
    assert.deepEqual(annotate(opened.text, [span], { tags: ['claim'] }, SIGNED), { ok: true, edits: [] });
  });

  it('orders the records by place, however they come, and takes several passages at once', async () => {
    const opened = await openArchive();
    const spans = ['rain', 'Nobody', 'Nobody', 'saw', 'break barriers'].map((passage) => spanOf(TEXT, passage));
    await decide(opened, annotate(opened.text, spans, { tags: ['claim'] }, SIGNED));
    await decide(
      opened,
      annotate(opened.text, [spanOf(TEXT, 'time'), spanOf(TEXT, 'Nobody asked')], { tags: ['question'] }, SIGNED),
    );
    assert.deepEqual(
      opened.text.annotations.map(({ annotation }) => annotation.quote),
      ['time', 'break barriers', 'Nobody', 'Nobody asked', 'saw', 'rain'],
    );
    const ids = opened.text.annotations.map(({ annotation }) => annotation.id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('takes two hundred passages in the time of a few readings of the sidecar', async () => {
    const words = Array.from({ length: 3000 }, (_, i) => `w${i}x`).join(' ');
    const opened = await openArchive({ [TEXT_PATH]: words });
    const spans = Array.from({ length: 200 }, (_, i) => spanOf(words, `w${i * 14}x`));
    await decide(opened, annotate(opened.text, spans.slice(0, 100), { tags: ['claim'] }, SIGNED));
    const start = process.cpuUsage();
    await decide(opened, annotate(opened.text, spans.slice(100), { tags: ['claim'] }, SIGNED));
    assert(process.cpuUsage(start).user < 2_000_000);
    assert.deepEqual(
      opened.text.annotations.map(({ anchor }) => anchor.span),
      spans,
    );
  });

  it('keeps the place of hand-written records among others', async () => {
    const opened = await openArchive({
      [SIDECAR_PATH]:
        'postgloss: 1\nannotations:\n  - quote: time has come\n    tags: [a]\n  - quote: rain\n    tags: [b]\n',
    });
    await decide(opened, annotate(opened.text, [spanOf(TEXT, 'Nobody')], { tags: ['claim'] }, SIGNED));
    assert.deepEqual(
      opened.text.annotations.map(({ annotation }) => annotation.quote),
      ['time has come', 'Nobody', 'rain'],
    );
  });

  it('adds to the right one of two that share an id', async () => {
    const record = (quote: string) =>
      `  - id: same\n    post: ${FIRST}\n    quote: ${quote}\n    tags:\n      - claim\n`;
    const before = `postgloss: 1\nannotations:\n${record('break barriers')}${record('Nobody')}`;
    const opened = await openArchive({ [SIDECAR_PATH]: before });
    await decide(opened, annotate(opened.text, [spanOf(TEXT, 'Nobody')], { tags: ['question'] }, SIGNED));
    assert.equal(sidecar(opened), `${before}      - question\n`);
    await decide(opened, changeStatement(opened.text, stored(opened, 1), { note: 'second' }));
    assert.equal(sidecar(opened), `${before}      - question\n    note: second\n`);
    await decide(opened, removeAnnotations(opened.text, [stored(opened, 0)]));
    assert.deepEqual(
      opened.text.annotations.map(({ annotation }) => annotation.quote),
      ['Nobody'],
    );
  });

  it('refuses what is no passage of one post, and what says nothing', async () => {
    const { text } = await openArchive();
    const over = { start: spanOf(TEXT, 'Nobody').start, end: spanOf(TEXT, 'A bridge').end };
    assert.match(why(annotate(text, [over], { tags: ['a'] }, SIGNED)), /two posts/);
    assert.match(why(annotate(text, [spanOf(TEXT, 'rain'), over], { tags: ['a'] }, SIGNED)), /two posts/);
    assert.match(why(annotate(text, [{ start: 0, end: TEXT.length }], { tags: ['a'] }, SIGNED)), /two posts/);
    assert.match(why(annotate(text, [{ start: 5, end: 5 }], { tags: ['a'] }, SIGNED)), /Nothing is selected/);
    assert.match(why(annotate(text, [spanOf(TEXT, '\n\n')], { tags: ['a'] }, SIGNED)), /Nothing is selected/);
    assert.match(
      why(annotate(text, [spanOf(TEXT, 'rain')], {}, SIGNED)),
      /^Nothing was annotated\. Give the passage a tag, a note or an entity\.$/,
    );
    assert.match(
      why(annotate(text, [spanOf(TEXT, 'rain')], { tags: [], note: null }, SIGNED)),
      /^Nothing was annotated\. Give the passage a tag, a note or an entity\.$/,
    );
  });

  it('takes passages in the header of the archive too', async () => {
    const opened = await openArchive();
    await decide(opened, annotate(opened.text, [spanOf(TEXT, 'Posts tagged')], { tags: ['claim'] }, SIGNED));
    assert.deepEqual([stored(opened, 0).post, opened.text.annotations[0]?.anchor.state], [null, 'exact']);
  });

  it('trims white space and what nobody sees from the ends of a passage', () => {
    const text = '\u00ad a b\u0085\u200b\n';
    assert.deepEqual(trimSpan(text, { start: 0, end: text.length }), { start: 2, end: 5 });
    assert.deepEqual(trimSpan('  ', { start: 0, end: 2 }), { start: 2, end: 2 });
  });

  it('finds every passage exactly again, whatever is annotated in what order', async () => {
    const bounds = [...TEXT.matchAll(/\S+/g)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }));
    const base = await openArchive();
    const spans = fc
      .tuple(fc.nat(bounds.length - 1), fc.nat(3))
      .map(([i, more]) => ({ start: bounds[i]?.start ?? 0, end: (bounds[i + more] ?? bounds.at(-1))?.end ?? 0 }))
      .filter(({ start, end }) => base.text.postAt(start)?.id === base.text.postAt(end - 1)?.id);
    fc.assert(
      fc.property(
        fc.uniqueArray(spans, { minLength: 1, maxLength: 5, selector: ({ start, end }) => `${start}-${end}` }),
        (chosen) => {
          const text = base.text;
          const decision = annotate(text, chosen, { tags: ['claim'] }, SIGNED);
          assert(decision.ok);
          text.setSidecar(decision.edits[0]?.after ?? null);
          const places = text.annotations.map(({ anchor }) => anchor.span);
          const expected = [...chosen].sort((a, b) => a.start - b.start || a.end - b.end);
          text.setSidecar(null);
          assert.deepEqual(places, expected, mark(TEXT, expected.slice(0, 1)));
        },
      ),
      trials(60),
    );
  });
});

describe('deciding about mentions', () => {
  const mentions = ({ text }: Opened) =>
    text.mentions.map(
      ({ span, entity, decided, others }) =>
        [TEXT.slice(span.start, span.end), entity.id, decided, others.length] as const,
    );
  const calls = (opened: Opened) => mentions(opened).filter(([spelling]) => spelling === 'The Call');

  it('says that a mention is not this entity, for that one place', async () => {
    const opened = await openArchive();
    assert.deepEqual(calls(opened), [
      ['The Call', 'the-call', false, 1],
      ['The Call', 'the-call', false, 1],
    ]);
    await decide(opened, annotate(opened.text, [spanOf(TEXT, 'The Call')], { not: 'the-call' }, SIGNED));
    assert.deepEqual(calls(opened), [
      ['The Call', 'ad-dawah-party', false, 0],
      ['The Call', 'the-call', false, 1],
    ]);
    await decide(opened, annotate(opened.text, [spanOf(TEXT, 'The Call')], { not: 'ad-dawah-party' }, SIGNED));
    assert.deepEqual(calls(opened), [['The Call', 'the-call', false, 1]]);
    assert.equal(opened.text.annotations.length, 2);
  });

  it('links a passage to an entity, and a tag on it stays with the link', async () => {
    const opened = await openArchive();
    const second = spanOf(TEXT, 'The Call', 2);
    await decide(opened, annotate(opened.text, [second], { entity: 'ad-dawah-party' }, SIGNED));
    await decide(opened, annotate(opened.text, [second], { tags: ['claim'] }, SIGNED));
    await decide(opened, annotate(opened.text, [spanOf(TEXT, 'the rain')], { entity: 'basra' }, SIGNED));
    assert.deepEqual(calls(opened), [
      ['The Call', 'the-call', false, 1],
      ['The Call', 'ad-dawah-party', true, 0],
    ]);
    assert.deepEqual(mentions(opened).at(-1), ['the rain', 'basra', true, 0]);
    assert.equal(stored(opened, 0).post, SECOND);
    assert.equal(opened.text.annotations.length, 2);
  });

  it('does not add a tag to a decision that a mention is not somebody', async () => {
    const opened = await openArchive();
    const span = spanOf(TEXT, 'The Call');
    await decide(opened, annotate(opened.text, [span], { not: 'the-call' }, SIGNED));
    await decide(opened, annotate(opened.text, [span], { tags: ['claim'] }, SIGNED));
    assert.deepEqual(
      opened.text.annotations.map(({ annotation }) => [annotation.not, annotation.tags.length]),
      [
        ['the-call', 0],
        [null, 1],
      ],
    );
  });
});

describe('changing and removing annotations', () => {
  const HAND =
    'postgloss: 1\nannotations:\n  - quote: break barriers\n    tags: [claim] # sure\n  - tags: [x]\n    quote: not there\n';

  it('completes a hand-written record when it is changed next', async () => {
    const opened = await openArchive({ [SIDECAR_PATH]: HAND });
    await decide(opened, changeStatement(opened.text, stored(opened, 0), { note: 'Look.' }));
    assert.equal(
      withoutIds(sidecar(opened)),
      HAND.replace(
        '- quote: break barriers\n',
        `- id: ID\n    post: ${FIRST}\n    quote: break barriers\n    before: argues that time has come to\n    after: of sects. The Call replied at\n`,
      ).replace('# sure\n', '# sure\n    note: Look.\n'),
    );
    await decide(opened, changeStatement(opened.text, stored(opened, 1), { tags: ['y'] }));
    assert.match(withoutIds(sidecar(opened)), / {2}- id: ID\n {4}tags:\n {6}- "y"\n {4}quote: not there\n$/);
  });

  it('completes it too when its passage is annotated again', async () => {
    const opened = await openArchive({ [SIDECAR_PATH]: HAND });
    await decide(opened, annotate(opened.text, [spanOf(TEXT, 'break barriers')], { tags: ['question'] }, SIGNED));
    const { id, post, tags, by } = stored(opened, 0);
    assert.match(id ?? '', /^[g-z][0-9a-z]{7}$/);
    assert.deepEqual([post, tags, by, opened.text.annotations.length], [FIRST, ['claim', 'question'], null, 2]);
  });

  it('names the post by its present id when a record with a former one is changed, and touches no other record', async () => {
    const record = (id: string, quote: string) =>
      `  - id: ${id}\n    post: undated/a\n    quote: ${quote}\n    note: Old\n`;
    const opened = await openArchive({
      [SIDECAR_PATH]: `postgloss: 1\nannotations:\n${record('a1', 'break barriers')}${record('a2', 'argues')}`,
    });
    assert.deepEqual(
      opened.text.annotations.map(({ anchor }) => anchor.state),
      ['exact', 'exact'],
    );
    const before = sidecar(opened);
    await decide(opened, changeStatement(opened.text, stored(opened, 0), { note: 'New' }));
    assert.equal(sidecar(opened), before.replace('undated/a', FIRST).replace('Old', 'New'));
  });

  it('takes an annotation out that says nothing any more', async () => {
    const opened = await openArchive();
    await decide(opened, annotate(opened.text, [spanOf(TEXT, 'rain')], { tags: ['claim'], note: 'x' }, SIGNED));
    await decide(opened, changeStatement(opened.text, stored(opened, 0), { tags: [] }));
    assert.deepEqual([stored(opened, 0).tags, stored(opened, 0).note], [[], 'x']);
    await decide(opened, changeStatement(opened.text, stored(opened, 0), { note: null }));
    assert.equal(sidecar(opened), 'postgloss: 1\nannotations: []\n');
  });

  it('removes several at once, and never another than was meant', async () => {
    const opened = await openArchive();
    await decide(
      opened,
      annotate(
        opened.text,
        ['time', 'Nobody', 'rain'].map((passage) => spanOf(TEXT, passage)),
        { tags: ['claim'] },
        SIGNED,
      ),
    );
    const [first, second, third] = [0, 1, 2].map((i) => stored(opened, i));
    assert(first && second && third);
    const old = sidecar(opened);
    // Somebody else adds a record above the others meanwhile: what stood first stands second now.
    opened.host.put(
      SIDECAR_PATH,
      old.replace('annotations:\n', 'annotations:\n  - id: other\n    quote: argues\n    tags: [x]\n'),
    );
    await opened.archive.refresh([SIDECAR_PATH]);
    await decide(opened, removeAnnotations(opened.text, [third, first, first]));
    assert.deepEqual(
      opened.text.annotations.map(({ annotation }) => annotation.quote),
      ['argues', 'Nobody'],
    );
    assert.match(why(removeAnnotations(opened.text, [first])), /no longer/);
    assert.match(why(changeStatement(opened.text, first, { note: 'x' })), /no longer/);
    await decide(opened, changeStatement(opened.text, second, { note: 'still' }));
    assert.equal(stored(opened, 1).note, 'still');
  });
});

describe('files that must not be written', () => {
  const broken: readonly (readonly [string, string | Uint8Array, RegExp, string])[] = [
    [
      'of a newer version',
      'postgloss: 2\nannotations:\n  - quote: rain\n    tags: [a]\n',
      /version “2”/,
      'newer-version',
    ],
    [
      'with a conflict',
      'postgloss: 1\nannotations:\n<<<<<<< ours\n  - quote: rain\n=======\n>>>>>>> theirs\n',
      /conflict/,
      'conflict-markers',
    ],
    ['that are broken', 'postgloss: 1\nannotations:\n  - quote: "rain\n', /./, 'yaml-syntax'],
    ['that are empty', '', /empty/, 'empty-file'],
    ['that are no text', new Uint8Array([0xff, 0xfe, 0x00]), /not a text file/, 'not-text'],
  ];
  for (const [what, content, reason, code] of broken) {
    it(`${what} are refused, left untouched, and reported`, async () => {
      const opened = await openArchive({ [SIDECAR_PATH]: content as string });
      const decision = annotate(opened.text, [spanOf(TEXT, 'rain')], { tags: ['claim'] }, SIGNED);
      assert.match(why(decision), reason);
      assert.match(why(decision), /^archives\/harbour\.txt\.gloss\.yaml was not changed\. /);
      for (const { annotation } of opened.text.annotations) {
        assert.match(why(changeStatement(opened.text, annotation, { note: 'x' })), reason);
        assert.match(why(removeAnnotations(opened.text, [annotation])), reason);
      }
      const problem = checkArchive(opened.archive).find((candidate) => candidate.code === code);
      assert.deepEqual([problem?.path, problem?.severity], [SIDECAR_PATH, 'error']);
      if (code === 'conflict-markers')
        assert.equal(problem?.text.slice(problem.span.start, problem.span.end), '<<<<<<<');
    });
  }

  it('of the registry and the codebook are refused as well', async () => {
    const opened = await openArchive({
      'entities.gloss.yaml': 'postgloss: 7\nentities: []\n',
      'postgloss.yaml': 'archives:\n  - files: "archives/*.txt"\ntags:\n  - id: a\n  - &x\n',
    });
    assert.match(why(createEntity(opened.archive, { id: 'x', name: 'X', type: 'person' })), /version “7”/);
    assert.match(why(createTag(opened.archive, 'new')), /postgloss\.yaml was not changed/);
  });
});

describe('the registry and the codebook', () => {
  it('are made or added to, and the text lights up at once', async () => {
    const opened = await openArchive({ 'entities.gloss.yaml': null });
    const { archive, host, text } = opened;
    assert.deepEqual([archive.registryText, text.mentions.length, checkArchive(archive)], [null, 0, []]);
    await decide(opened, createEntity(archive, { id: 'jon-vey', name: 'Vey', type: 'person' }));
    assert.equal(
      host.text('entities.gloss.yaml'),
      'postgloss: 1\nentities:\n  - id: jon-vey\n    name: Vey\n    type: person\n',
    );
    assert.deepEqual(
      text.mentions.map(({ span }) => TEXT.slice(span.start, span.end)),
      ['Vey', 'Vey'],
    );
    const [entity] = archive.registry.entities;
    assert(entity);
    await decide(opened, createAlias(archive, entity, 'Jon Vey'));
    assert.deepEqual(
      text.mentions.map(({ span }) => TEXT.slice(span.start, span.end)),
      ['Jon Vey', 'Jon Vey'],
    );
    assert.deepEqual(createAlias(archive, entity, 'Jon Vey'), { ok: true, edits: [] });
    await decide(opened, createTag(archive, 'claim/unsourced'));
    assert.deepEqual(
      archive.manifest.tags.map((tag) => tag.id),
      ['claim', 'question', 'claim/unsourced'],
    );
    assert.match(why(createTag(archive, 'claim')), /already/);
  });

  it('reports what an annotation names and they lack, and names of two entities', async () => {
    const record = '  - quote: rain\n    tags: [claim, weather]\n    entity: nobody\n';
    const { archive } = await openArchive({
      [SIDECAR_PATH]: `postgloss: 1\nannotations:\n${record}  - quote: snow\n    tags: [claim]\n`,
    });
    const found = checkArchive(archive).map(({ path, code, span, text }) => [
      path,
      code,
      text.slice(span.start, span.end),
    ]);
    assert.deepEqual(found, [
      ['entities.gloss.yaml', 'alias-collision', 'ad-dawah-party'],
      [SIDECAR_PATH, 'unknown-tag', '[claim, weather]'],
      [SIDECAR_PATH, 'unknown-entity', 'nobody'],
      [SIDECAR_PATH, 'orphan', 'snow'],
    ]);
  });

  it('leaves the sidecar in one state whoever reads it', async () => {
    const opened = await openArchive();
    await decide(opened, annotate(opened.text, [spanOf(TEXT, 'rain')], { tags: ['no'] }, SIGNED));
    assert.deepEqual(
      readSidecar(sidecar(opened)).annotations,
      opened.text.annotations.map(({ annotation }) => annotation),
    );
    assert.equal(opened.archive.text(TEXT_PATH), opened.text);
  });
});
