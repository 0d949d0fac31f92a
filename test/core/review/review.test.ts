import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PlacedAnnotation } from '../../../src/core/anchor/placed-annotation';
import { annotate } from '../../../src/core/decide/annotate';
import { needsReview } from '../../../src/core/anchor/needs-review';
import type { Decision } from '../../../src/core/decision';
import { candidatesOf, sameWords } from '../../../src/core/review/candidates';
import {
  acceptAllPlaces,
  acceptPlace,
  attach,
  mayAcceptUnseen,
  keepAsOrphan,
  renewId,
} from '../../../src/core/review/decide';
import { LostPlaces } from '../../../src/core/review/lost-places';
import { countReview, reviewQueue, reviewText } from '../../../src/core/review/queue';
import { decide, openArchive, SIDECAR_PATH, spanOf, TEXT, TEXT_PATH, type Opened } from '../../support/archive';
import { isQuick, trials } from '../../support/trials';

const SIGNED = { by: 'jo', on: '2026-11-22' };
const FIRST = '2016-05-04/the-harbour-is-closed';
const SECOND = '2017-06-01/a-bridge-for-basra';
/** Stands exactly in the first post. */
const FINE = '  - id: ffffffff\n    quote: Nobody asked\n    tags:\n      - claim\n';
/** Its words stand in another post than the record says, so that only a person can tell. */
const CHANGED = `  - id: cccccccc
    post: ${FIRST}
    quote: the new bridge
    before: The Call returns. Jon Vey saw
    after: open in the rain.
    tags:
      - claim
    # A remark of somebody.
    weight: 3
    note: Look again.
    by: jo
    on: "2026-11-22"
`;
const AMBIGUOUS = '  - id: aaaaaaaa\n    quote: The Call\n    orphan: \n    tags:\n      - claim\n';
const ORPHAN = `  - id: oooooooo\n    post: ${FIRST}\n    quote: the ferry had sunk\n    note: Really?\n`;

const sidecarOf = (...records: string[]) => `postgloss: 1\nannotations:\n${records.join('')}`;
const open = (...records: string[]) => openArchive({ [SIDECAR_PATH]: sidecarOf(...records) });
const sidecar = ({ host }: Opened) => host.text(SIDECAR_PATH) ?? '';
const placed = ({ text }: Opened, id: string): PlacedAnnotation =>
  text.annotations.find(({ annotation }) => annotation.id === id) ?? assert.fail(`There is no ${id}.`);
const stored = (opened: Opened, id: string) => placed(opened, id).annotation;
const ids = (list: readonly PlacedAnnotation[]) => list.map(({ annotation }) => annotation.id);

function why(decision: Decision): string {
  assert(!decision.ok);
  return decision.why;
}

/** That an annotation stands for sure at just this span, and is not asked about. */
function isAt(opened: Opened, id: string, passage: string, n = 1): void {
  const found = placed(opened, id);
  assert.equal(found.anchor.state, 'exact');
  assert.deepEqual(found.anchor.span, spanOf(opened.text.text, passage, n));
  assert.equal(needsReview(found), false);
}

describe('the review queue', () => {
  it('holds what needs a person: broken records, then annotations in the order of their places', async () => {
    const opened = await open(ORPHAN, FINE, '  - note: no quote\n', CHANGED, AMBIGUOUS);
    const [file, ...others] = reviewQueue(opened.archive);
    assert(file);
    assert.deepEqual(others, []);
    assert.equal(file.path, TEXT_PATH);
    assert.deepEqual(
      file.broken.map(({ code, path }) => [code, path]),
      [['missing-field', SIDECAR_PATH]],
    );
    assert.deepEqual(
      file.annotations.map(({ annotation, anchor }) => [annotation.id, anchor.state]),
      [
        ['aaaaaaaa', 'ambiguous'],
        ['cccccccc', 'changed'],
        ['oooooooo', 'orphan'],
      ],
    );
    assert.equal(countReview(file), 4);
  });

  it('goes file by file, and leaves out files in which nothing needs a person', async () => {
    const { archive } = await openArchive({
      'archives/a.txt': 'Rain.',
      'archives/a.txt.gloss.yaml': sidecarOf(ORPHAN),
      'archives/b.txt': 'Rain.',
      'archives/b.txt.gloss.yaml': sidecarOf('  - quote: Rain\n    tags: [claim]\n'),
      'archives/z.txt': 'Rain.',
      'archives/z.txt.gloss.yaml': 'postgloss: 1\nannotations: [\n',
    });
    assert.deepEqual(
      reviewQueue(archive).map(({ path, broken, annotations }) => [path, broken.length > 0, annotations.length]),
      [
        ['archives/a.txt', false, 1],
        ['archives/z.txt', true, 0],
      ],
    );
  });

  it('says of a file of a newer version only what can be decided about', async () => {
    const { text } = await openArchive({ [SIDECAR_PATH]: sidecarOf(ORPHAN).replace('postgloss: 1', 'postgloss: 2') });
    assert.deepEqual([reviewText(text).broken, ids(reviewText(text).annotations)], [[], ['oooooooo']]);
  });

  it('shows each candidate with its post, its line, what stands there, and the difference', async () => {
    const opened = await open(CHANGED, AMBIGUOUS);
    const [only, ...others] = candidatesOf(opened.text, placed(opened, 'cccccccc'));
    assert(only);
    assert.deepEqual(others, []);
    assert.equal(only.post?.id, SECOND);
    assert.equal(TEXT.split('\n')[only.line], 'The Call returns. Jon Vey saw the new bridge open in the rain.');
    assert.equal(only.context.line.slice(only.context.marked.start, only.context.marked.end), 'the new bridge');
    assert(sameWords(only));
    assert.deepEqual(
      candidatesOf(opened.text, placed(opened, 'aaaaaaaa')).map(({ span }) => span),
      [spanOf(TEXT, 'The Call'), spanOf(TEXT, 'The Call', 2)],
    );
  });

  it('tells what became of the words, where the open text was edited', async () => {
    const opened = await openArchive();
    const { archive, text } = opened;
    await decide(opened, annotate(text, [spanOf(TEXT, 'break barriers')], { tags: ['claim'] }, SIGNED));
    assert.equal(text.annotations[0]?.anchor.state, 'exact');
    archive.openDocument(TEXT_PATH, TEXT);
    const at = TEXT.indexOf('barriers');
    archive.editDocument(TEXT_PATH, [{ start: at, removed: 0, inserted: 'all ' }], () => '');
    archive.rereadDocument(TEXT_PATH);
    const [item] = reviewText(text).annotations;
    assert(item);
    const [candidate] = candidatesOf(text, item);
    assert(candidate && !sameWords(candidate));
    assert.equal(candidate.difference.find(({ kind }) => kind === 'added')?.text.trim(), 'all');
    await decide(opened, acceptPlace(text, item.annotation));
    isAt(opened, item.annotation.id ?? '', 'break all barriers');
  });
});

describe('deciding about a place', () => {
  it('accepts it: quote and surroundings are taken from there, and not a byte of the rest changes', async () => {
    const opened = await open(FINE, CHANGED, ORPHAN);
    await decide(opened, acceptPlace(opened.text, stored(opened, 'cccccccc')));
    isAt(opened, 'cccccccc', 'the new bridge');
    assert.equal(
      sidecar(opened),
      sidecarOf(FINE, CHANGED, ORPHAN).replace(
        `post: ${FIRST}\n    quote: the new`,
        `post: ${SECOND}\n    quote: the new`,
      ),
    );
  });

  it('chooses one of several, and refuses to choose by itself', async () => {
    const opened = await open(AMBIGUOUS);
    assert.match(why(acceptPlace(opened.text, stored(opened, 'aaaaaaaa'))), /several places\. Choose/);
    await decide(opened, acceptPlace(opened.text, stored(opened, 'aaaaaaaa'), spanOf(TEXT, 'The Call', 2)));
    isAt(opened, 'aaaaaaaa', 'The Call', 2);
    assert.equal(stored(opened, 'aaaaaaaa').post, SECOND);
  });

  it('refuses a place that is not, or no longer, among those that were found', async () => {
    const opened = await open(AMBIGUOUS, ORPHAN);
    assert.match(why(acceptPlace(opened.text, stored(opened, 'oooooooo'))), /No place was found/);
    assert.match(
      why(acceptPlace(opened.text, stored(opened, 'aaaaaaaa'), spanOf(TEXT, 'rain'))),
      /changed since this place was found/,
    );
    const before = stored(opened, 'aaaaaaaa');
    opened.host.put(TEXT_PATH, `Much new. ${TEXT}`);
    await opened.archive.refresh([TEXT_PATH]);
    assert.match(
      why(acceptPlace(opened.text, before, spanOf(TEXT, 'The Call', 2))),
      /changed since this place was found/,
    );
  });

  it('attaches it to a selection, also in another post, and completes what was written by hand', async () => {
    const opened = await open('  - quote: the ferry had sunk\n    tags: [claim]\n');
    const [{ annotation } = assert.fail('There is no annotation.')] = opened.text.annotations;
    const { start, end } = spanOf(TEXT, 'open in the rain');
    await decide(opened, attach(opened.text, annotation, { start: start - 1, end }));
    const [now] = opened.text.annotations;
    assert(now?.annotation.id);
    isAt(opened, now.annotation.id, 'open in the rain');
    assert.deepEqual([now.annotation.post, now.annotation.tags], [SECOND, ['claim']]);
  });

  it('refuses what is no passage', async () => {
    const opened = await open(ORPHAN);
    const orphan = stored(opened, 'oooooooo');
    assert.match(why(attach(opened.text, orphan, { start: 5, end: 5 })), /Nothing is selected/);
    const over = { start: TEXT.indexOf('Nobody'), end: TEXT.indexOf('The Call returns') + 3 };
    assert.match(why(attach(opened.text, orphan, over)), /over two posts/);
    assert.equal(sidecar(opened), sidecarOf(ORPHAN));
  });

  it('keeps it without a place, until it gets one', async () => {
    const opened = await open(AMBIGUOUS, FINE, ORPHAN);
    await decide(opened, keepAsOrphan(opened.text, stored(opened, 'oooooooo')));
    await decide(opened, keepAsOrphan(opened.text, stored(opened, 'aaaaaaaa')));
    assert.deepEqual(reviewQueue(opened.archive), []);
    assert.equal(
      sidecar(opened),
      sidecarOf(
        AMBIGUOUS.replace('orphan: ', 'orphan: kept'),
        FINE,
        ORPHAN.replace('sunk\n', 'sunk\n    orphan: kept\n'),
      ),
    );
    assert.match(why(keepAsOrphan(opened.text, stored(opened, 'ffffffff'))), /has its place in the text/);
    // The places that were turned down are not shown as its own, and can still be chosen.
    const { state, span, candidates } = placed(opened, 'aaaaaaaa').anchor;
    assert.deepEqual([state, span, candidates.length], ['orphan', null, 2]);
    await decide(opened, attach(opened.text, stored(opened, 'oooooooo'), spanOf(TEXT, 'Nobody asked the people')));
    isAt(opened, 'oooooooo', 'Nobody asked the people');
    assert.equal(stored(opened, 'oooooooo').orphan, null);
  });

  it('accepts many at once, and of them only what needs no look', async () => {
    const other = CHANGED.replace('cccccccc', 'dddddddd')
      .replace('Jon Vey saw', 'Jon Vey')
      .replace('the new bridge', 'saw the new')
      .replace('open in', 'bridge open in');
    const opened = await open(CHANGED, ORPHAN, AMBIGUOUS, other, FINE);
    assert.deepEqual(ids(opened.text.annotations.filter(mayAcceptUnseen)), ['cccccccc', 'dddddddd']);
    await decide(opened, acceptAllPlaces(opened.text));
    isAt(opened, 'cccccccc', 'the new bridge');
    isAt(opened, 'dddddddd', 'saw the new');
    assert.deepEqual(ids(reviewText(opened.text).annotations), ['aaaaaaaa', 'oooooooo']);
    assert.deepEqual(acceptAllPlaces(opened.text), { ok: true, edits: [] });
  });

  it('takes what only resembles the quote for nothing that can be accepted unseen', async () => {
    const opened = await open(CHANGED);
    const { annotation, anchor } = placed(opened, 'cccccccc');
    const found = (evidence: typeof anchor.found) =>
      mayAcceptUnseen({ annotation, anchor: { ...anchor, found: evidence } });
    assert.deepEqual((['edits', 'diff', 'quote', 'resemblance'] as const).map(found), [true, true, true, false]);
  });

  it('B7: gives the second of two annotations of one id another, and leaves the first', async () => {
    const opened = await open(FINE, FINE.replace('Nobody asked', 'Jon Vey saw'));
    assert.deepEqual(
      reviewText(opened.text).broken.map(({ code }) => code),
      ['duplicate-id'],
    );
    const [, second] = opened.text.annotations;
    assert(second);
    await decide(opened, renewId(opened.text, second.annotation));
    const [first, other] = opened.text.annotations;
    assert.deepEqual([first?.annotation.id, first?.annotation.quote], ['ffffffff', 'Nobody asked']);
    assert.match(other?.annotation.id ?? '', /^[g-z][0-9a-z]{7}$/);
    assert.deepEqual(reviewText(opened.text).broken, []);
  });

  it('says so where the annotation is gone, or the file cannot be written', async () => {
    const opened = await open(CHANGED);
    const changed = stored(opened, 'cccccccc');
    opened.host.put(SIDECAR_PATH, sidecarOf(FINE));
    await opened.archive.refresh([SIDECAR_PATH]);
    const span = spanOf(TEXT, 'rain');
    const { text } = opened;
    const all = [
      acceptPlace(text, changed),
      attach(text, changed, span),
      keepAsOrphan(text, changed),
      renewId(text, changed),
    ];
    for (const decision of all) assert.match(why(decision), /no longer there/);
    opened.host.put(SIDECAR_PATH, sidecarOf(CHANGED).replace('postgloss: 1', 'postgloss: 2'));
    await opened.archive.refresh([SIDECAR_PATH]);
    assert.match(why(acceptPlace(text, stored(opened, 'cccccccc'))), /newer|version/);
    assert.match(why(acceptAllPlaces(text)), /newer|version/);
  });

  it('leads to an annotation that is found at just the span that was decided, or to none', async () => {
    const words = [
      'wall',
      'sea',
      'Velmora',
      'café',
      '“wall”',
      'e\u0301te\u0301',
      'wall\u00a0sea',
      '𝒘all',
      '\r\n',
      '\n\n',
    ];
    const body = fc.array(fc.constantFrom(...words), { minLength: 3, maxLength: 40 }).map((list) => list.join(' '));
    const place = fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 40 }));
    let [accepted, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(body, place, fc.boolean(), async (written, [from, length], viaKept) => {
        const source = `${TEXT}\n${written} end.\n`;
        const opened = await openArchive({ [TEXT_PATH]: source, [SIDECAR_PATH]: sidecarOf(CHANGED, ORPHAN) });
        if (viaKept) await decide(opened, keepAsOrphan(opened.text, stored(opened, 'oooooooo')));
        const start = TEXT.length + (from % written.length);
        const span = { start, end: Math.min(source.length, start + length) };
        const decision = attach(opened.text, stored(opened, 'oooooooo'), span);
        if (!decision.ok) {
          refused++;
          return;
        }
        accepted++;
        await decide(opened, decision);
        const { anchor, annotation } = placed(opened, 'oooooooo');
        assert.equal(anchor.state, 'exact');
        assert.equal(annotation.orphan, null);
        assert.equal(source.slice(anchor.span?.start, anchor.span?.end), source.slice(span.start, span.end).trim());
        assert(anchor.span && anchor.span.start >= span.start && anchor.span.end <= span.end);
        assert(sidecar(opened).startsWith(sidecarOf(CHANGED)));
      }),
      trials(300),
    );
    // A few cases say nothing about a share.
    assert(isQuick || accepted > 5 * refused, `${refused} of ${accepted + refused} places were refused`);
  });
});

describe('places that are lost', () => {
  const MANY = [1, 2, 3, 4].map((n) => FINE.replace('ffffffff', `ffffff0${n}`));

  it('A10: are told once, in one number, and nothing is attached or written', async () => {
    const opened = await open(...MANY, ORPHAN);
    const { archive, host, text } = opened;
    const places = new LostPlaces();
    assert.equal(places.look(text), 0, 'what is so from the start is no news');
    host.put(TEXT_PATH, 'Quite another article.\n');
    await archive.refresh([TEXT_PATH]);
    assert.deepEqual([places.look(text), places.look(text)], [4, 0]);
    assert(text.annotations.every(({ anchor }) => anchor.state === 'orphan' && anchor.span === null));
    assert.equal(sidecar(opened), sidecarOf(...MANY, ORPHAN));
    host.put(TEXT_PATH, TEXT);
    await archive.refresh([TEXT_PATH]);
    assert.equal(places.look(text), 0);
    assert.deepEqual(ids(reviewText(text).annotations), ['oooooooo']);
  });

  it('are no news where the text is the same, and somebody has changed the sidecar', async () => {
    const opened = await open(...MANY);
    const places = new LostPlaces();
    places.look(opened.text);
    opened.host.put(SIDECAR_PATH, sidecarOf(...MANY).replaceAll('Nobody asked', 'Somebody asked'));
    await opened.archive.refresh([SIDECAR_PATH]);
    assert.equal(reviewText(opened.text).annotations.length, 4);
    assert.equal(places.look(opened.text), 0);
  });
});
