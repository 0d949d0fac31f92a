import assert from 'node:assert/strict';
import { checkArchive } from '../../../src/core/check/check';
import { openArchive } from '../../support/archive';

describe('the check of texts', () => {
  it('names the line of a header that cannot be read, beside the texts that are sound', async () => {
    const path = 'archives/broken.md';
    const text = '---\ndate: 2016-05-04\ntitle: Rain: again\n---\n\nIt rains.\n';
    const sound = '---\ntitle: Rain\n---\n\nIt rains.\n';
    const { archive } = await openArchive({
      'postgloss.yaml': 'postgloss: 1\narchives:\n  - files: "archives/**"\n',
      [path]: text,
      'archives/sound.md': sound,
    });
    assert.deepEqual(
      checkArchive(archive)
        .filter(({ code }) => code === 'bad-header')
        .map((problem) => [problem.path, problem.severity, text.slice(problem.span.start, problem.span.end)]),
      [[path, 'warning', 'title: Rain: again']],
    );
  });
});

describe('the check of ids', () => {
  it('tells of ids that look alike and are stored in other characters', async () => {
    const [composed, parted] = ['cl\u00e9', 'cle\u0301'];
    const { archive } = await openArchive({
      'postgloss.yaml': `postgloss: 1\narchives:\n  - files: "archives/**"\ntags:\n  - id: ${composed}\n  - id: ${parted}\n  - id: caf\u00e9\n`,
      'entities.gloss.yaml': `postgloss: 1\nentities:\n  - id: ${composed}\n    name: A\n    type: place\n  - id: ${parted}\n    name: B\n    type: place\n`,
      'archives/a.md': 'Rain.\n',
      'archives/a.md.gloss.yaml': `postgloss: 1\nannotations:\n  - quote: Rain\n    tags:\n      - cafe\u0301\n    entity: cle\u0301\n`,
    });
    const found = checkArchive(archive).map(({ path, code, severity }) => `${path} ${code} ${severity}`);
    assert.deepEqual(found, [
      'postgloss.yaml unicode-twin warning',
      'entities.gloss.yaml unicode-twin warning',
      'archives/a.md.gloss.yaml unknown-tag warning',
    ]);
    const [, , tag] = checkArchive(archive);
    assert.match(tag?.message ?? '', /looks like one of the codebook/);
  });
});
