import type { ImportFormat } from '../imported/formats';
import type { RawPost } from '../imported/post';
import { quoted } from '../text/visible';
import { detectFormat, HEAD_LENGTH } from './detect';
import { readFeed } from './feed';
import { readGhost } from './ghost';
import { readHtmlPage } from './html-page';
import { peek, type InputFile } from './input';
import { readEml, readMbox } from './mail';
import { readMastodon } from './mastodon';
import { gunzip, unzip } from './packed';
import { ImportRefusal } from './refusal';
import { readTablePosts } from './table-posts';
import { readWordpress } from './wordpress';
import { readXArchive } from './x-archive';

const READERS: Readonly<Record<ImportFormat, (file: InputFile) => AsyncIterable<RawPost>>> = {
  csv: (file) => readTablePosts(file, 'csv'),
  tsv: (file) => readTablePosts(file, 'tsv'),
  jsonl: (file) => readTablePosts(file, 'jsonl'),
  wordpress: readWordpress,
  html: readHtmlPage,
  mbox: readMbox,
  eml: readEml,
  feed: readFeed,
  ghost: readGhost,
  mastodon: readMastodon,
  x: readXArchive,
};

/**
 * Reads the posts of a file, one after the other, in the order of the file; of a zip file, those of all its files. What cannot be read is
 * told to the tally, and the rest is read. Never throws for what a file holds; only for a failure to read its bytes.
 *
 * @param format null to tell it by the name and the first bytes
 */
export function readArchive(file: InputFile, format: ImportFormat | null): AsyncIterable<RawPost> {
  return readFile(file, format, true);
}

async function* readFile(file: InputFile, format: ImportFormat | null, mayBePacked: boolean): AsyncIterable<RawPost> {
  const { head, chunks } = await peek(file.chunks, HEAD_LENGTH);
  const found = detectFormat(file.name, head);
  const isPacked = found === 'zip' || found === 'gzip';
  const known = isPacked ? (mayBePacked ? found : null) : (format ?? found);
  const opened = { ...file, chunks };
  try {
    if (known === null) notKnown(file);
    else if (known === 'zip') yield* readZip(opened, format);
    else if (known === 'gzip') {
      yield* readFile({ ...opened, name: file.name.replace(/\.gz$/i, ''), chunks: gunzip(chunks) }, format, false);
    } else yield* READERS[known](opened);
  } catch (error) {
    if (!(error instanceof ImportRefusal)) throw error;
    file.tally.problem(`${quoted(file.name)}: ${error.message}`);
  }
}

async function* readZip(file: InputFile, format: ImportFormat | null): AsyncIterable<RawPost> {
  for await (const { name, bytes, why } of unzip(file.chunks, isWanted)) {
    const shown = `${file.name}/${name}`;
    if (bytes === null) file.tally.problem(`${quoted(shown)}: ${why ?? ''}`);
    else yield* readFile({ name: shown, chunks: once(bytes), tally: file.tally, isInFolder: true }, format, false);
  }
}

/** Pictures, films and the like are not even unpacked, nor the parts of saved pages. */
function isWanted(name: string): boolean {
  return (WANTED.test(name) || /(?:^|\/)[^./]+$/.test(name)) && !/_files\/|(?:^|\/)__MACOSX\//.test(name);
}

const WANTED = /\.(?:csv|tsv|tab|jsonl|ndjson|json|js|xml|rss|atom|html?|xhtml|eml|mbox|mbx|txt)$/i;

function notKnown({ name, tally, isInFolder }: InputFile): void {
  if (isInFolder) tally.note('A file has no format that can be brought in');
  else
    tally.problem(
      `${quoted(name)} has no format that can be brought in, or none that its name and its beginning tell.`,
    );
}

// eslint-disable-next-line @typescript-eslint/require-await
async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
