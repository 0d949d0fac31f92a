import type { ImportFormat } from '../imported/formats';
import type { RawPost } from '../imported/post';
import { quoted } from '../text/visible';
import { detectFormat, HEAD_LENGTH } from './detect';
import { peek, type InputFile } from './input';
import { ImportRefusal } from './refusal';
import { readHtmlPage } from './html-page';
import { readEml, readMbox } from './mail';
import { readTablePosts } from './table-posts';
import { readWordpress } from './wordpress';

type Reader = (file: InputFile) => AsyncIterable<RawPost>;

const READERS: Readonly<Partial<Record<ImportFormat, Reader>>> = {
  csv: (file) => readTablePosts(file, 'csv'),
  tsv: (file) => readTablePosts(file, 'tsv'),
  jsonl: (file) => readTablePosts(file, 'jsonl'),
  wordpress: readWordpress,
  html: readHtmlPage,
  mbox: readMbox,
  eml: readEml,
};

/**
 * Reads the posts of a file, one after the other, in the order of the file. What cannot be read is told to the tally, and the rest is read.
 * Never throws for what a file holds; only for a failure to read its bytes.
 *
 * @param format null to tell it by the name and the first bytes
 */
export async function* readArchive(file: InputFile, format: ImportFormat | null): AsyncIterable<RawPost> {
  const { head, chunks } = await peek(file.chunks, HEAD_LENGTH);
  const known = format ?? detectFormat(file.name, head);
  const read = known === null || known === 'zip' || known === 'gzip' ? undefined : READERS[known];
  if (!read) {
    if (file.isInFolder) file.tally.note('A file has no format that can be brought in');
    else
      file.tally.problem(
        `${quoted(file.name)} has no format that can be brought in, or none that its name and its beginning tell.`,
      );
    return;
  }
  try {
    yield* read({ ...file, chunks });
  } catch (error) {
    if (!(error instanceof ImportRefusal)) throw error;
    file.tally.problem(`${quoted(file.name)}: ${error.message}`);
  }
}
