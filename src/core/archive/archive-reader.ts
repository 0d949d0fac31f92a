import { isGlossFile, MANIFEST_FILE } from '../entities/archive-rules';
import { REGISTRY_FILE } from '../entities/registry';
import type { Host } from '../host';
import { Turns } from '../indexing/turns';
import { SIDECAR_SUFFIX } from '../sidecar/read-sidecar';
import { decodeText } from '../text/decode';
import { decodeAs, whyNotAs } from '../text/encodings';
import type { ArchiveText } from './archive-text';
import type { Changes } from './gathered-changes';
import { indexTexts } from './index-texts';
import type { ReadingProgress } from './reading-progress';
import { RootFiles } from './root-files';
import { StoredReader, type TextMarks } from './stored-reader';
import { lookAround, Surroundings } from './surroundings';
import { Texts } from './texts';

/** Reads an archive through its host, and changed files again. Its methods must not run at the same time; `OpenArchive` queues them. */
export class ArchiveReader {
  readonly roots = new RootFiles();
  readonly texts: Texts;
  /** Files that the manifest names and that cannot be read, each with the reason as a sentence. */
  readonly unreadable = new Map<string, string>();
  surroundings = new Surroundings();
  /** Whether all texts that the manifest names have been read. */
  complete = false;
  readonly #host: Host;
  /** Null where the host has no indexer: all texts are then kept in memory. */
  readonly #stored: StoredReader | null;
  readonly #progress: (progress: ReadingProgress) => void;
  /** The files that the manifest named when they were last listed. */
  #listed: ReadonlySet<string> = new Set();
  /** Whether a person has stopped the reading. */
  #stopped = false;
  #disposed = false;

  /**
   * @param surprised called when a stored text turns out to have changed on the disk
   * @param progress called while texts are being read
   */
  constructor(host: Host, surprised: (path: string) => void, progress: (progress: ReadingProgress) => void) {
    this.#host = host;
    this.texts = new Texts(surprised);
    this.#stored = host.indexer ? new StoredReader(host, host.indexer) : null;
    this.#progress = progress;
  }

  dispose(): void {
    this.#disposed = true;
    this.#stored?.dispose();
  }

  /** Reads no more texts; the archive is then not complete. */
  stop(): void {
    this.#stopped = true;
  }

  /** Reads the manifest and the registry, unless they are known. */
  async prepare(): Promise<void> {
    if (this.roots.manifestText === null) await this.#readRoots(() => undefined);
  }

  /**
   * Reads files again that may have changed.
   *
   * @param tell called with texts that have changed already, while the rest is still being read
   * @returns the texts that have changed; `everything` says that any other may have too
   */
  async refresh(
    { paths, listing }: Changes,
    tell: (paths: readonly string[]) => void,
  ): Promise<{ readonly paths: readonly string[]; readonly everything: boolean }> {
    const all = paths === null || paths.includes(MANIFEST_FILE);
    const codebook = all || paths.includes(REGISTRY_FILE) ? await this.#readRoots(tell) : false;
    const listed = all || listing ? await this.#list() : null;
    const gone = listed ? this.#forget(new Set(listed)) : [];
    const around = listed !== null || paths?.some((path) => this.surroundings.concern(path)) === true;
    this.#stopped = false;
    const [changed] = await Promise.all([
      this.#readTexts(all ? (listed ?? []) : this.#concerned(paths, listed ?? [])),
      around ? this.#lookAround(listed) : null,
    ]);
    if (all) this.complete = !this.#wasStopped();
    return { paths: [...gone, ...changed], everything: codebook || around };
  }

  /** Reads a text and its sidecar; answers whether either has changed. */
  async readText(path: string): Promise<boolean> {
    const rule = this.roots.ruleOf(path);
    const [bytes, sidecar] = await Promise.all([
      rule && !this.texts.isOpen(path) ? this.#host.read(path).catch(whyOf) : null,
      rule ? this.#readFile(path + SIDECAR_SUFFIX) : null,
    ]);
    if (typeof bytes === 'string') return this.#drop(path, `${bytes}.`);
    const text = this.texts.shown(path) ?? (rule && bytes ? decodeAs(bytes, rule.encoding) : null);
    if (!rule || text === null)
      return this.#drop(path, rule && bytes && `${whyNotAs(bytes, rule.encoding)}. ${SAVE_AS_TEXT}`);
    this.unreadable.delete(path);
    return this.texts.put(path, rule, text, sidecar, this.roots.lexicon);
  }

  async #readTexts(paths: readonly string[]): Promise<string[]> {
    const touched: string[] = [];
    const marks = (await this.#stored?.look(paths, this.roots.lexicon)) ?? null;
    const turns = new Turns();
    let [next, done] = [0, 0];
    const lane = async () => {
      for (let i = next++; i < paths.length; i = next++) {
        if (this.#disposed || this.#stopped) return;
        const path = paths[i] ?? '';
        if (await this.#readOrRecall(path, marks?.[i] ?? null)) touched.push(path);
        this.#progress({ done: ++done, total: paths.length });
        await turns.next();
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    return touched;
  }

  /** Reads a text here if an editor shows it, else through the indexer. Answers whether the text or its sidecar has changed. */
  async #readOrRecall(path: string, marks: TextMarks | null): Promise<boolean> {
    const rule = this.roots.ruleOf(path);
    if (!this.#stored || !rule || this.texts.isOpen(path)) {
      const changed = await this.readText(path);
      const text = this.texts.get(path);
      if (text) await this.#index([text]);
      return changed;
    }
    const [read, sidecar] = await Promise.all([
      this.#stored.read(path, rule, marks, this.roots.lexicon),
      !marks || marks.sidecar ? this.#readFile(path + SIDECAR_SUFFIX) : null,
    ]);
    // An editor may have opened the text meanwhile: then its content counts.
    if (this.#disposed || this.texts.isOpen(path)) return this.#disposed ? false : this.readText(path);
    // The indexer does not say why it cannot read a file, so the host is asked.
    if (typeof read === 'string') return this.readText(path);
    this.unreadable.delete(path);
    return this.texts.putStored(path, rule, read, sidecar, this.roots.lexicon);
  }

  /**
   * Takes a text out. Answers whether there was one.
   *
   * @param why why its file cannot be read; null where there is none
   */
  #drop(path: string, why: string | null): boolean {
    if (why !== null) this.unreadable.set(path, why);
    else this.unreadable.delete(path);
    return this.texts.drop(path);
  }

  /** A method, as the compiler would take the field for unchanged across an `await`. */
  #wasStopped(): boolean {
    return this.#stopped;
  }

  /** Reads `postgloss.yaml` and the registry; answers whether either has changed. */
  async #readRoots(tell: (paths: readonly string[]) => void): Promise<boolean> {
    const { manifest, registry } = await this.roots.read((path) => this.#readFile(path));
    if (registry) await this.#useLexicon(tell);
    return manifest || registry;
  }

  /** Texts that an editor shows follow a new registry at once. Each of the others follows when its new matches are known. */
  async #useLexicon(tell: (paths: readonly string[]) => void): Promise<void> {
    const atOnce = ({ path }: ArchiveText) => !this.#host.indexer || this.texts.isOpen(path);
    const shown = this.texts.all.filter(atOnce);
    const others = this.texts.all.filter((text) => !atOnce(text));
    for (const text of shown) text.setLexicon(this.roots.lexicon);
    if (others.length === 0) return;
    tell(shown.map(({ path }) => path));
    await this.#index(others);
  }

  /** Indexes texts ahead of the first query, where the host has an indexer. */
  async #index(texts: readonly ArchiveText[]): Promise<void> {
    const { indexer } = this.#host;
    if (indexer) await indexTexts(texts, this.roots.lexicon, indexer, this.#stored);
  }

  /** The texts to read again: changed ones, all texts in changed folders, and new ones. */
  #concerned(paths: readonly string[], listed: readonly string[]): string[] {
    const said = textsOf(paths);
    const folders = said.filter((path) => this.roots.ruleOf(path) === null).map((path) => `${path}/`);
    const found = listed.filter((path) => !this.texts.get(path) || folders.some((folder) => path.startsWith(folder)));
    const concerned = said.filter((path) => this.roots.ruleOf(path) !== null || this.texts.get(path));
    return [...new Set([...concerned, ...found])];
  }

  #list(): Promise<string[]> {
    return this.#host.list(this.roots.manifest.archives.map((rule) => rule.files));
  }

  /** Forgets files that are not listed any more. Answers with the texts among them. */
  #forget(listed: ReadonlySet<string>): string[] {
    for (const path of this.unreadable.keys()) if (!listed.has(path)) this.unreadable.delete(path);
    this.#stored?.keepOnly(listed);
    return this.texts.keepOnly(listed);
  }

  /** The text of one of our own files; null where there is none. A file that is no text, or cannot be read, gives `NOT_TEXT`. */
  async #readFile(path: string): Promise<string | null> {
    const bytes = await this.#host.read(path);
    return bytes === null ? null : (decodeText(bytes) ?? NOT_TEXT);
  }

  /** Looks at the files around the texts that are listed on the disk. A text that only an editor still shows does not count. */
  async #lookAround(listed: readonly string[] | null): Promise<void> {
    if (listed) this.#listed = new Set(listed);
    this.surroundings = await lookAround(this.#host, this.#listed);
  }
}

const SAVE_AS_TEXT = 'Name its “encoding” in postgloss.yaml, save it as UTF-8, or leave it out of “archives”.';

function whyOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** How many texts are read at a time, so that the disk and the indexer are both busy. */
const LANES = 8;

/** Stands for a file that is no text. Its NUL makes every reader refuse it, so that the file is reported and never overwritten. */
const NOT_TEXT = '\0';

/** Changed paths, with each sidecar replaced by its text. */
function textsOf(paths: readonly string[]): string[] {
  const own = paths.map((path) => (path.endsWith(SIDECAR_SUFFIX) ? path.slice(0, -SIDECAR_SUFFIX.length) : path));
  return [...new Set(own.filter((path) => !isGlossFile(path)))];
}
