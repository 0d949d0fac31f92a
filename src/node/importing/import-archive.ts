import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { readArchive } from '../../core/import-archive';
import { Importer, type ImportedFile, type ImportFormat, type ImportReport } from '../../core/imported';
import { decodeText, quoted } from '../../core/text';
import { readChunks } from '../read-chunks';
import { LIMITS, readIfThere } from '../read-file';
import { codeOf, whyFileError } from '../system-error';
import { FileBatch } from './file-batch';
import { findInputs, type FoundInput } from './find-inputs';
import { headsIn } from './there';

/** What is brought in, and where to. */
export interface ImportRequest {
  /** Files and folders. */
  readonly given: readonly string[];
  /** The folder that relative paths start from, absolute. */
  readonly cwd: string;
  /** The folder of the imported files, absolute; made where it is not there. */
  readonly to: string;
  /** Null to tell it of each file by its name and its first bytes. */
  readonly format: ImportFormat | null;
  /** Whether nothing is to be written. */
  readonly dryRun: boolean;
  /** Told now and then how many posts were read, and of which file. */
  readonly onProgress?: (read: number, file: string) => void;
  /** Ends the import after the post that is being read. */
  readonly signal?: AbortSignal;
}

/** Errors that are about one file, and let the others be written. */
const OF_ONE_FILE = new Set([
  'ELOOP',
  'EINVAL',
  'ENOTSUP',
  'ENOTDIR',
  'EISDIR',
  'ENOENT',
  'EACCES',
  'EPERM',
  'ENAMETOOLONG',
]);

/** After so many posts, others have their turn. */
const TURN = 100;

/**
 * Brings archives of other programs into a folder, one file a post. Posts are read and written one after the other, so that an archive of
 * any size takes little memory.
 *
 * @throws Error with the system's code and the path: where a path names nothing, or the disk does not take the files
 */
export async function importArchive(request: ImportRequest): Promise<ImportReport> {
  const { given, cwd, to, format, signal } = request;
  const inputs = await findInputs(given, cwd, to);
  const importer = new Importer(await headsIn(to));
  const desk = new Desk(importer, request);
  for (const input of inputs) {
    if (signal?.aborted === true) break;
    await desk.take(input, format);
  }
  await desk.end();
  return importer.report(signal?.aborted === true);
}

class Desk {
  private readonly batch: FileBatch;
  private failure: unknown = null;

  constructor(
    private readonly importer: Importer,
    private readonly request: ImportRequest,
  ) {
    this.batch = new FileBatch(request.to);
  }

  /** Reads one file of the source, and writes its posts. */
  async take({ shown, path, isInFolder }: FoundInput, format: ImportFormat | null): Promise<void> {
    const { importer, request } = this;
    const file = { name: shown, chunks: readChunks(path), tally: importer.tally, isInFolder };
    request.onProgress?.(importer.tally.read, shown);
    let turn = 0;
    for await (const raw of readArchive(file, format)) {
      if (request.signal?.aborted === true) return;
      const made = importer.take(raw);
      if (made) await this.put(made);
      if (this.failure !== null) throw this.failure as Error;
      if (++turn % TURN !== 0) continue;
      request.onProgress?.(importer.tally.read, shown);
      await setImmediate();
    }
  }

  async end(): Promise<void> {
    await this.batch.flush();
    if (this.failure !== null) throw this.failure as Error;
  }

  private async put(file: ImportedFile): Promise<void> {
    const { importer, request } = this;
    const found = importer.judge(file, file.isKnown ? this.textOf(file.path) : null);
    if (found === 'stays') return;
    if (request.dryRun) importer.wrote(found);
    else await this.batch.add(file.path, file.text, (error) => this.done(file.path, found, error));
  }

  /** The text on the disk; empty, and so the work of a person, where the file holds no text. */
  private textOf(path: string): string | null {
    const bytes = readIfThere(join(this.request.to, path), LIMITS.text);
    return bytes && (decodeText(bytes) ?? '');
  }

  private done(path: string, found: 'new' | 'changed', error: unknown): void {
    if (error === null) this.importer.wrote(found);
    else if (OF_ONE_FILE.has(codeOf(error))) {
      this.importer.tally.problem(`${quoted(path)} was not written. ${whyFileError(error) ?? ''}.`);
    } else this.failure ??= error;
  }
}
