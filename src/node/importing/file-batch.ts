import { mkdir, lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { saveTarget } from '../inside-root';
import { clearLeftovers } from '../saving/leftovers';
import { uninterrupted } from '../saving/uninterrupted';
import { replaceFile } from '../saving/write-safely';
import { codeOf, workOn } from '../system-error';

/** As many files are written at once: a disk flushes several as quickly as one. */
const MOST_FILES = 32;
/** In UTF-16 code units. */
const MOST_TEXT = 8 * 1024 * 1024;

interface Waiting {
  readonly path: string;
  readonly text: string;
  /** Called when the file is written, or with the error that kept it from being. */
  readonly done: (error: unknown) => void;
}

/**
 * Writes the files of an import below a folder, many at a time; each is then whole or not there. A signal that ends the process waits for
 * the files that are being written.
 */
export class FileBatch {
  private waiting: Waiting[] = [];
  private text = 0;
  private readonly ready = new Set<string>();

  /** @param root the folder, which is made when the first file is written */
  constructor(private readonly root: string) {}

  /** Writes a file, now or with the next ones. @param path relative to the folder, with `/` */
  async add(path: string, text: string, done: Waiting['done']): Promise<void> {
    this.waiting.push({ path, text, done });
    this.text += text.length;
    if (this.waiting.length >= MOST_FILES || this.text > MOST_TEXT) await this.flush();
  }

  /** Writes all files that wait. */
  async flush(): Promise<void> {
    const files = this.waiting;
    this.waiting = [];
    this.text = 0;
    await uninterrupted(async () => {
      for (const folder of new Set(files.map(({ path }) => dirname(path)))) await this.prepare(folder);
      await Promise.all(files.map((file) => this.write(file)));
    });
  }

  private async write({ path, text, done }: Waiting): Promise<void> {
    const file = join(this.root, path);
    try {
      await workOn(file, async () => {
        const target = await saveTarget(this.root, file);
        await replaceFile(target, new TextEncoder().encode(text), () => Promise.resolve(true));
      });
    } catch (error) {
      done(error);
      return;
    }
    done(null);
  }

  /** Makes a folder, each of its levels under the rule for writing. One that cannot be made fails with its files. */
  private async prepare(folder: string): Promise<void> {
    if (this.ready.has(folder)) return;
    this.ready.add(folder);
    await mkdir(this.root, { recursive: true });
    let here = this.root;
    for (const part of folder === '.' ? [] : folder.split('/')) {
      here = join(here, part);
      const isThere = await lstat(here).then(
        () => true,
        () => false,
      );
      if (isThere) continue;
      const made = await saveTarget(this.root, here)
        .then((target) => mkdir(target))
        .catch((error: unknown) => error);
      if (made !== undefined && codeOf(made) !== 'EEXIST') return;
    }
    await clearLeftovers(here);
  }
}
