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
