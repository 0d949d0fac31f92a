import assert from 'node:assert/strict';
import { OpenArchive } from '../../../src/core/archive/open-archive';
import { warmUp } from '../../../src/core/archive/warm-up';
import { FILES, TEXT_PATH } from '../../support/archive';
import { MemoryHost } from '../../support/memory-host';

describe('warming the matcher up', () => {
  /** An archive whose matcher counts the code units that it goes through. */
  async function counting() {
    const host = new MemoryHost(FILES);
    const archive = new OpenArchive(host);
    await archive.prepare();
    const { matcher } = archive.lexicon;
    const searched: string[] = [];
    const match = matcher.match.bind(matcher);
    matcher.match = (text) => {
      searched.push(text);
      return match(text);
    };
    host.reads.length = 0;
    return { host, archive, searched };
  }

  it('searches the registry, and reads nothing', async () => {
    const { host, archive, searched } = await counting();
    await warmUp(archive);
    assert.equal(searched.join(''), archive.registryText);
    assert.deepEqual([host.reads, archive.texts], [[], []]);
  });

  it('leaves off where a text is there: a person waits for that', async () => {
    const { archive, searched } = await counting();
    await archive.openText(TEXT_PATH);
    searched.length = 0;
    await warmUp(archive);
    assert.deepEqual(searched, []);
  });
});
