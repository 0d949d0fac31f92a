import { basename, dirname } from 'node:path';
import { ArchiveText, lookBack } from '../../core/archive';
import type { Lexicon } from '../../core/mentions';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { decodeAs, decodeText, indexLines, visible, whyNotAs } from '../../core/text';
import { LIMITS } from '../../node/read-file';
import { whyFileError } from '../../node/system-error';
import type { Call } from '../call/command';
import type { GivenFile } from './given-files';
import { createHost, readBytes } from './host';
import { problemLine } from '../output/place';
import { whyNotUnderstood } from './understood';

/** What a command needs to know of texts, besides their posts. */
export interface Wanted {
  /** The lexicon for a text's mentions. */
  lexicon(file: GivenFile): Lexicon;
  /** Whether to read the sidecars, with people's decisions. */
  readonly sidecars: boolean;
}

/**
 * Opens texts one after the other, so that only one is in memory. Reports files that cannot be read on standard error, and goes on with
 * the others.
 *
 * @returns the exit code: 1 when a text or a sidecar could not be read
 */
export async function eachText(
  call: Call<'format'>,
  files: readonly GivenFile[],
  wanted: Wanted,
  use: (text: ArchiveText, file: GivenFile) => void,
): Promise<number> {
  let code = 0;
  for (const file of files) {
    const { archive, absolute, path, shown } = file;
    const bytes = await (archive ? archive.host.read(path) : readBytes(absolute, LIMITS.text)).catch(refusal);
    const rule = archive?.rule(path);
    const encoding = rule?.encoding;
    const content = bytes instanceof Uint8Array ? decodeAs(bytes, encoding) : null;
    if (content === null) {
      const hint = archive ? ' Name its “encoding” in postgloss.yaml, or save it as UTF-8.' : '';
      const why =
        bytes instanceof Uint8Array
          ? `${whyNotAs(bytes, encoding)}.${hint}`
          : `${bytes ?? 'It is not there any more'}.`;
      call.io.stderr(`postgloss: ${visible(shown)}: ${why}\n`);
      code = 1;
      continue;
    }
    const format = call.format ?? rule?.format ?? 'auto';
    const text = new ArchiveText(path, { ...rule, format }, content, wanted.lexicon(file));
    if (wanted.sidecars) {
      text.setSidecar(await readSidecar(file));
      const problem = whyNotUnderstood(text.sidecar);
      if (problem) {
        call.io.stderr(
          `postgloss: ${problemLine(shown + SIDECAR_SUFFIX, indexLines(text.sidecar.file.text), problem)}\n`,
        );
        code = 1;
      }
    }
    if (wanted.sidecars) await lookBack(text, archive?.host ?? createHost(dirname(absolute)));
    use(text, file);
  }
  return code;
}

/** Why a file cannot be read. Any other error is thrown again. */
function refusal(error: unknown): string {
  const why = whyFileError(error);
  if (why === null) throw error;
  return why;
}

/** The sidecar of a text; null where there is none. For a text without an archive, a link to the sidecar may not lead out of the folder. */
async function readSidecar({ archive, absolute, path }: GivenFile): Promise<string | null> {
  const host = archive?.host ?? createHost(dirname(absolute));
  const bytes = await host.read((archive ? path : basename(absolute)) + SIDECAR_SUFFIX);
  return bytes && (decodeText(bytes) ?? '\0');
}
