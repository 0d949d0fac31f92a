import assert from 'node:assert/strict';
import {
  annotationsByTag,
  annotationsOfPost,
  listAnnotations,
  withAncestors,
  type AnnotationEntry,
  type TagGroup,
} from '../../../src/core/lists/annotation-list';
import { postAt } from '../../../src/core/posts/post-at';
import { harbourArchive } from '../../support/harbour-archive';

const name = ({ annotation }: AnnotationEntry) => annotation.id ?? annotation.quote;

function outline(group: TagGroup): unknown {
  const { id, known, count, kinds, annotations } = group;
  return [`${id ?? '-'} ${count}${known ? '' : ' unknown'}`, ...kinds.map(outline), ...annotations.map(name)];
}

async function harbour() {
  const archive = await harbourArchive();
  const text = archive.text('archives/harbour.txt');
  assert(text);
  return { archive, text };
}

describe('the list of annotations', () => {
  it('is in the order of places, and what has none comes last', async () => {
    const { text } = await harbour();
    assert.deepEqual(listAnnotations(text).map(name), ['first', 'nobody insured it', 'last', 'gone']);
  });

  it('knows the annotations of a post, with those whose place is gone', async () => {
    const { text } = await harbour();
    const lists = text.posts.map((post) => annotationsOfPost(text, post).map(name));
    assert.deepEqual(lists, [['first', 'gone'], ['nobody insured it'], ['last']]);
  });

  it('goes by tag: the codebook’s order, a kind below what it is a kind of, unknown ones, then none', async () => {
    const { archive } = await harbour();
    assert.deepEqual(annotationsByTag(archive).map(outline), [
      ['evidence 1', 'first'],
      ['claim 2', ['claim/unsourced 1', 'last'], 'first'],
      ['rumour 1 unknown', 'gone'],
      ['- 1', 'nobody insured it'],
    ]);
  });

  it('counts an annotation once where it has a tag and a kind of it', async () => {
    const { archive, text } = await harbour();
    text.setSidecar(
      'postgloss: 1\nannotations:\n  - quote: the bell\n    tags:\n      - claim\n      - claim/unsourced\n      - claim\n',
    );
    assert.deepEqual(annotationsByTag(archive).map(outline), [
      ['claim 1', ['claim/unsourced 1', 'the bell'], 'the bell'],
    ]);
  });

  it('bears tags that are no ids', async () => {
    const { archive, text } = await harbour();
    const tags = ['/', '//x', 'x/', 'a//b', 'y/'.repeat(500)];
    const record = `  - quote: the bell\n    tags:\n${tags.map((tag) => `      - "${tag}"\n`).join('')}`;
    text.setSidecar(`postgloss: 1\nannotations:\n${record}`);
    const found = JSON.stringify(annotationsByTag(archive).map(outline));
    for (const tag of tags) assert(found.includes(JSON.stringify(`${tag} 1 unknown`)), tag);
  });

  it('finds the post of an offset', async () => {
    const { text } = await harbour();
    assert.equal(postAt(text.posts, 0), null);
    for (let offset = 0; offset <= text.text.length; offset++) {
      assert.equal(postAt(text.posts, offset), text.postAt(offset), String(offset));
    }
  });

  it('names what a tag is a kind of', () => {
    assert.deepEqual(withAncestors('claim/unsourced'), ['claim', 'claim/unsourced']);
  });
});
