import assert from 'node:assert/strict';
import { takeBack } from '../../../src/core/decide/take-back';
import type { FileEdit } from '../../../src/core/decision';
import { readRegistry } from '../../../src/core/entities/registry';
import { readSidecar } from '../../../src/core/sidecar/read-sidecar';

const SIDECAR = 'harbour.txt.gloss.yaml';
const sidecar = (quote: string, note: string) =>
  `postgloss: 1\nannotations:\n  - id: a\n    quote: ${quote}\n    note: ${note}\n`;

const undo = (edits: readonly FileEdit[], files: Readonly<Record<string, string>>) =>
  takeBack(edits, (path) => files[path] ?? null);

function edit(before: string | null, after: string, path = SIDECAR): FileEdit {
  return { path, before, after };
}

describe('takeBack', () => {
  const [before, after] = [sidecar('ships', 'old'), sidecar('ships', 'new')];

  it('gives back the text from before, and taking that back redoes it', () => {
    const back = undo([edit(before, after)], { [SIDECAR]: after });
    assert.deepEqual(back, { ok: true, edits: [edit(after, before)] });
    assert(back.ok);
    assert.deepEqual(undo(back.edits, { [SIDECAR]: before }), { ok: true, edits: [edit(before, after)] });
  });

  it('gives back a text that cannot be read, where nothing has changed since', () => {
    const marked = `<<<<<<< ours\n${before}=======\n${after}>>>>>>> theirs\n`;
    assert.deepEqual(undo([edit(marked, after)], { [SIDECAR]: after }), { ok: true, edits: [edit(after, marked)] });
  });

  it('keeps what others changed since', () => {
    const now = after.replace('ships', 'a ship');
    const back = undo([edit(before, after)], { [SIDECAR]: now });
    assert.deepEqual(back, { ok: true, edits: [edit(now, before.replace('ships', 'a ship'))] });
  });

  it('makes no edit where somebody has taken it back by hand', () => {
    assert.deepEqual(undo([edit(before, after)], { [SIDECAR]: before }), { ok: true, edits: [] });
  });

  it('undoes nothing, in no file, where one of them is gone, changed in the same field, or unreadable', () => {
    const registry = edit(
      'postgloss: 1\nentities: []\n',
      'postgloss: 1\nentities:\n  - id: x\n',
      'entities.gloss.yaml',
    );
    for (const [now, why] of [
      [null, /harbour.txt.gloss.yaml is gone/],
      [sidecar('ships', 'newer'), /harbour.txt.gloss.yaml has changed in the same fields/],
      [`${after}  - id: "open\n`, /harbour.txt.gloss.yaml cannot be merged\..+Mend the file/],
    ] as const) {
      const files = { 'entities.gloss.yaml': registry.after, ...(now === null ? {} : { [SIDECAR]: now }) };
      const back = undo([registry, edit(before, after)], files);
      assert(!back.ok && back.why.startsWith('Nothing was undone: ') && why.test(back.why), JSON.stringify(back));
    }
  });

  it('empties a file that the edit created, as a file of its own kind, with later additions of others', () => {
    const cases = [
      { path: SIDECAR, key: 'annotations', read: readSidecar },
      { path: 'deep/river.txt.gloss.yaml', key: 'annotations', read: readSidecar },
      { path: 'entities.gloss.yaml', key: 'entities', read: readRegistry },
    ];
    for (const { path, key, read } of cases) {
      const made = `postgloss: 1\n${key}:\n  - id: a\n    quote: ships\n    name: Ships\n`;
      const back = undo([edit(null, made, path)], { [path]: made });
      assert(back.ok);
      assert.equal(back.edits.length, 1);
      const text = back.edits[0]?.after ?? '';
      assert.equal(text, `postgloss: 1\n${key}: []\n`);
      assert(read(text).writable);

      const grown = `${made}  - id: b\n    quote: docks\n    name: Docks\n`;
      const later = undo([edit(null, made, path)], { [path]: grown });
      assert(later.ok);
      assert.equal(later.edits[0]?.after, `postgloss: 1\n${key}:\n  - id: b\n    quote: docks\n    name: Docks\n`);
    }
  });
});
