import assert from 'node:assert/strict';
import { OpenArchive } from '../../../src/core/archive/open-archive';
import { checkArchive } from '../../../src/core/check/check';
import { isConflictCopy } from '../../../src/core/archive/surroundings';
import { FILES, openArchive, SIDECAR_PATH, TEXT, TEXT_PATH } from '../../support/archive';
import { MemoryHost } from '../../support/memory-host';

const SIDECAR = `postgloss: 1
annotations:
  - id: aaaa1111
    quote: break barriers
    before: argues that time has come to
    after: of sects.
    tags:
      - claim
  - id: bbbb2222
    quote: open in the rain
    tags:
      - claim
`;

/** What a check says, without the places. */
const told = (archive: OpenArchive) => problemsOf(archive).map(({ path, code, message }) => [path, code, message]);

/** All but what the registry of the fixture has on purpose: one spelling for two. */
const problemsOf = (archive: OpenArchive) => checkArchive(archive).filter(({ code }) => code !== 'alias-collision');

describe('looking around an archive', () => {
  it('A12: finds where the text of a sidecar has gone, and follows it once the sidecar has gone there too', async () => {
    const moved = 'archives/2016/harbour.txt';
    const { archive, host } = await openArchive({
      [SIDECAR_PATH]: SIDECAR,
      'archives/other.txt': 'Nothing of it.\n',
    });
    assert.deepEqual(told(archive), []);
    host.put(moved, TEXT);
    host.put(TEXT_PATH, null);
    await archive.refresh(null);
    assert.deepEqual(told(archive), [
      [
        SIDECAR_PATH,
        'missing-source',
        `There is no “${TEXT_PATH}”. 2 of 2 annotations stand in “${moved}”: rename the sidecar to “${moved}.gloss.yaml”.`,
      ],
    ]);
    host.put(`${moved}.gloss.yaml`, SIDECAR);
    host.put(SIDECAR_PATH, null);
    await archive.refresh(null);
    assert.deepEqual(told(archive), []);
    assert.deepEqual(
      archive.text(moved)?.annotations.map(({ anchor }) => anchor.state),
      ['exact', 'exact'],
    );
  });

  it('A13: keeps the sidecar of a deleted text, and says so until the text is back', async () => {
    const { archive, host } = await openArchive({ [SIDECAR_PATH]: SIDECAR });
    host.put(TEXT_PATH, null);
    await archive.refresh(null);
    const codes = () => problemsOf(archive).map(({ code }) => code);
    assert.deepEqual(codes(), ['no-files', 'missing-source']);
    assert.equal(host.text(SIDECAR_PATH), SIDECAR);
    host.put(TEXT_PATH, TEXT);
    await archive.refresh(null);
    assert.deepEqual(codes(), []);
  });

  it('says nothing of a sidecar that holds nothing, and everything of a broken one', async () => {
    const { archive } = await openArchive({
      'archives/a.txt.gloss.yaml': 'postgloss: 1\nannotations: []\n',
      'archives/b.txt.gloss.yaml': 'postgloss: 1\nannotations: [\n',
    });
    const codes = problemsOf(archive).map(({ path, code }) => `${path} ${code}`);
    assert.deepEqual(codes, ['archives/b.txt.gloss.yaml missing-source', 'archives/b.txt.gloss.yaml yaml-syntax']);
  });

  it('B22: knows copies that other programs make by their names, and takes nothing else for one', () => {
    const copies = [
      'a.txt.gloss.sync-conflict-20260101-101010-ABCDEFG.yaml',
      'a.txt.gloss (conflicted copy 2026-01-01).yaml',
      "x/a.txt.gloss (Jo's conflicted copy).yaml",
      'a.txt.gloss (1).yaml',
      'a.txt.gloss.yaml.orig',
      'a.txt.gloss.yaml~',
      'entities.gloss_BASE_1234.yaml',
      'postgloss (2).yaml',
      'postgloss.yaml.bak',
    ];
    const others = [
      ...Object.keys(FILES),
      SIDECAR_PATH,
      'a (1).txt.gloss.yaml',
      'a.glossary.yaml',
      'postgloss-notes.yaml',
      'postgloss.md',
      'a.gloss.md',
    ];
    assert.deepEqual(copies.filter(isConflictCopy), copies);
    assert.deepEqual(others.filter(isConflictCopy), []);
  });

  it('does not take an archive for empty before it has been read', async () => {
    const archive = new OpenArchive(new MemoryHost(FILES));
    await archive.prepare();
    assert.deepEqual(told(archive), []);
    await archive.open();
    assert.deepEqual(told(archive), []);
  });
});
