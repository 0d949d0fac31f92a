import assert from 'node:assert/strict';
import { summarize, type GlossChange } from '../../../src/core/changes/commit-message';

const HEAD = 'postgloss: 1\nannotations:\n';
const record = (id: string, post: string, rest: string) => `  - id: ${id}\n    post: ${post}\n    quote: q\n${rest}`;
const sidecar = (before: string | null, after: string | null): GlossChange => ({ kind: 'sidecar', before, after });
const registry = (before: string | null, after: string | null): GlossChange => ({ kind: 'registry', before, after });
const manifest = (before: string | null, after: string | null): GlossChange => ({ kind: 'manifest', before, after });

describe('a summary of changes', () => {
  it('counts what was decided, post by post', () => {
    const after = HEAD + record('a', 'p1', '    tags: [x, y]\n') + record('b', 'p2', '    tags: [x]\n    note: n o\n');
    assert.equal(
      summarize([sidecar(null, after), registry(null, 'postgloss: 1\nentities:\n  - id: e\n')]),
      'Annotate 2 posts: 3 tags, 1 note; add 1 entity',
    );
    assert.equal(
      summarize([sidecar(null, HEAD + record('a', 'p1', '    entity: e\n') + record('b', 'p1', '    not: e\n'))]),
      'Annotate 1 post: 1 link, 1 decision',
    );
    assert.equal(
      summarize([
        sidecar(null, HEAD + record('a', 'p', '    note: x\n')),
        sidecar(null, HEAD + record('a', 'p', '    note: x\n')),
      ]),
      'Annotate 2 posts: 2 notes',
    );
  });

  it('counts only what is new in an annotation, and what was changed or removed', () => {
    const before = HEAD + record('a', 'p1', '    tags: [x, y]\n') + record('b', 'p2', '    note: old\n');
    assert.equal(summarize([sidecar(before, before.replace('[x, y]', '[x, y, z]'))]), 'Annotate 1 post: 1 tag');
    assert.equal(
      summarize([sidecar(before, before.replace('[x, y]', '[x]'))]),
      'Annotate 1 post: 1 annotation changed',
    );
    assert.equal(summarize([sidecar(before, before.replace('old', 'new'))]), 'Annotate 1 post: 1 note');
    assert.equal(
      summarize([sidecar(before, HEAD + record('a', 'p1', '    tags: [x, y]\n'))]),
      'Annotate 1 post: 1 annotation removed',
    );
    assert.equal(summarize([sidecar(before, null)]), 'Annotate 2 posts: 2 annotations removed');
    assert.equal(summarize([sidecar(before, before.replace('    note', '    # c\n    note'))]), 'Update annotations');
    assert.equal(summarize([]), 'Update annotations');
  });

  it('does not take a hand-written annotation for another because one was put above it', () => {
    const hand = (quote: string) => `  - quote: ${quote}\n    tags: [x]\n`;
    assert.equal(summarize([sidecar(HEAD + hand('b'), HEAD + hand('a') + hand('b'))]), 'Annotate 1 post: 1 tag');
    assert.equal(
      summarize([sidecar(HEAD + hand('b') + hand('b'), HEAD + hand('b'))]),
      'Annotate 1 post: 1 annotation removed',
    );
  });

  it('counts entities and tags of the codebook', () => {
    const before = 'postgloss: 1\nentities:\n  - id: a\n  - id: b\n  - id: c\n';
    assert.equal(
      summarize([
        registry(before, 'postgloss: 1\nentities:\n  - id: a\n    aliases: [x]\n  - id: d\n  - id: e\n  - id: c\n'),
      ]),
      'Add 2 entities, change 1 entity, remove 1 entity',
    );
    assert.equal(summarize([registry(before, before.replace('id: b', 'id: b\n    match: folded'))]), 'Change 1 entity');
    assert.equal(
      summarize([
        manifest('postgloss: 1\ntags:\n  - id: a\n', 'postgloss: 1\ntags:\n  - id: a\n    color: red\n  - id: b\n'),
      ]),
      'Add 1 tag of the codebook, change 1 tag of the codebook',
    );
    assert.equal(
      summarize([manifest('postgloss: 1\n', 'postgloss: 1\narchives: [x.txt]\n')]),
      'Change the archive’s settings',
    );
  });

  it('bears files that cannot be read', () => {
    assert.equal(
      summarize([sidecar('<<<<<<< a\n', '\0'), registry('', '['), manifest('x', 'y: [')]),
      'Change the archive’s settings',
    );
  });
});
