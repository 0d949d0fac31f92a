import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { callHere } from '../cli/support/call';
import { ARCHIVE, MANIFEST, REGISTRY, type Content } from '../cli/support/case';
import { withFolder } from '../cli/support/folder';

// What `postgloss check` says of files with the faults of the catalogue. It is what stands between a bad merge and the archive: it has
// to find them all, end with 1, and leave every byte as it was.

const SIDECAR_PATH = 'archives/harbour.txt.gloss.yaml';
const RECORD = '  - id: g1\n    quote: saw the gates\n';
const SIDECAR = `postgloss: 1\nannotations:\n${RECORD}`;

interface Fault {
  readonly files: Readonly<Record<string, Content>>;
  /** The code of the problem, or several; and words of the message. */
  readonly codes: readonly string[];
  readonly words: RegExp;
  readonly exit?: number;
}

async function tells({ files, codes, words, exit = 1 }: Fault): Promise<void> {
  const all = { ...ARCHIVE, ...files };
  await withFolder(all, async (folder) => {
    const { code, stdout } = await callHere(['check', '--json'], folder);
    const problems = JSON.parse(stdout) as { code: string; message: string }[];
    assert.equal(code, exit, stdout);
    for (const wanted of codes)
      assert(
        problems.some((problem) => problem.code === wanted),
        stdout,
      );
    assert(
      problems.some(({ message }) => words.test(message)),
      stdout,
    );
    for (const [path, content] of Object.entries(all)) {
      if (typeof content === 'object' && 'link' in content) continue;
      assert.deepEqual(await readFile(join(folder, path)), Buffer.from(content), `${path} has changed`);
    }
  });
}

const sidecar = (text: Content) => ({ [SIDECAR_PATH]: text });

describe('checking an archive with a fault in it', () => {
  it('B1: finds conflict markers, in any line end and within a note', async () => {
    for (const text of [
      `postgloss: 1\nannotations:\n<<<<<<< ours\n${RECORD}=======\n>>>>>>> theirs\n`,
      `${SIDECAR}    note: |\n      a\n<<<<<<< ours\n      b\n=======\n      c\n>>>>>>> theirs\n`,
      `${SIDECAR}<<<<<<< ours\n`.replaceAll('\n', '\r\n'),
    ]) {
      await tells({ files: sidecar(text), codes: ['conflict-markers'], words: /git’s conflict markers/ });
    }
  });

  it('B2: finds files that hold nothing', async () => {
    for (const text of ['', '\n \n', '# only this\n']) {
      await tells({ files: sidecar(text), codes: ['empty-file'], words: /restore it/ });
    }
  });

  it('B3: finds what is no text', async () => {
    await tells({ files: sidecar(`${SIDECAR}\0`), codes: ['not-text'], words: /NUL/ });
    const latin = Uint8Array.from([...new TextEncoder().encode(SIDECAR), 0xfc, 0x0a]);
    await tells({ files: sidecar(latin), codes: ['not-text'], words: /UTF-8/ });
  });

  it('B4: finds directives, second documents and tags of YAML', async () => {
    await tells({ files: sidecar(`%YAML 1.1\n---\n${SIDECAR}`), codes: ['yaml-feature'], words: /%YAML 1\.1/ });
    await tells({ files: sidecar(`${SIDECAR}---\na: b\n`), codes: ['yaml-feature'], words: /second YAML document/ });
    await tells({ files: sidecar(`${SIDECAR}    note: !!str a\n`), codes: ['yaml-feature'], words: /tag/ });
  });

  it('B5: finds files of a newer version', async () => {
    const newer = SIDECAR.replace('postgloss: 1', 'postgloss: 2');
    await tells({ files: sidecar(newer), codes: ['newer-version'], words: /version “2”/ });
  });

  it('B7: finds ids that are there twice', async () => {
    for (const quote of ['saw the gates', 'of Norvik shut']) {
      const twice = `${SIDECAR}  - id: g1\n    quote: ${quote}\n`;
      await tells({ files: sidecar(twice), codes: ['duplicate-id'], words: /“g1” is there twice/ });
    }
  });

  it('B8: finds entities and tags that nobody knows', async () => {
    const unknown = `${SIDECAR}    tags:\n      - rumour\n    entity: nobody\n`;
    await tells({ files: sidecar(unknown), codes: ['unknown-entity', 'unknown-tag'], words: /“nobody”/ });
  });

  it('B14: finds fields that are there twice, merge keys of an anchor, and tabs, each at its place', async () => {
    await tells({
      files: sidecar(`${SIDECAR}    quote: b\n`),
      codes: ['duplicate-field'],
      words: /“quote” is there twice/,
    });
    await tells({ files: sidecar(`${SIDECAR}    <<: *a\n`), codes: ['yaml-feature'], words: /alias/ });
    await tells({ files: sidecar(`${SIDECAR}\tnote: b\n`), codes: ['yaml-syntax'], words: /Unexpected|[Tt]ab/ });
  });

  it('B20: finds ids that hide something, and shows what', async () => {
    for (const hidden of ['\u202e', '\u200b', '\u2066', '\u061c', '\ufeff']) {
      const escaped = `\\u${hidden.charCodeAt(0).toString(16).padStart(4, '0')}`;
      const shown = new RegExp(`<U\\+${escaped.slice(2).toUpperCase()}>`);
      const registry = `${REGISTRY}  - id: "mara${escaped}"\n`;
      await tells({ files: { 'entities.gloss.yaml': registry }, codes: ['bad-id'], words: shown });
      const manifest = `${MANIFEST}  - id: "a${escaped}b"\n`;
      await tells({ files: { 'postgloss.yaml': manifest }, codes: ['bad-id'], words: shown });
    }
  });

  it('D10: finds an entity that was added twice under different ids', async () => {
    const registry = `${REGISTRY}  - id: the-guild\n    name: The Guild\n`;
    await tells({
      files: { 'entities.gloss.yaml': registry },
      codes: ['alias-collision'],
      words: /names “pilots-guild” too\. Its mentions are ambiguous and count for both/,
      exit: 0,
    });
  });
});
