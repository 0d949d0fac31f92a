import { EMPTY_REGISTRY, readRegistry, REGISTRY_FILE, type Registry } from '../entities/registry';
import { isGlossFile, MANIFEST_FILE, readManifest, ruleFor, type Manifest } from '../entities/manifest';
import type { Host } from '../host';
import { SIDECAR_SUFFIX } from '../sidecar/read-sidecar';
import type { TextChange } from '../text/change';
import { decodeText } from '../text/lines';
import { ArchiveText } from './archive-text';
import { createLexicon, type Lexicon } from './lexicon';

/** What has become different, for views to repaint no more than that. */
export interface Changed {
  /** The files whose posts, mentions or annotations are others now; null when it may be any. */
  readonly paths: readonly string[] | null;
  /** Whether a person is typing in them: the lists have only shifted, and a view may wait. */
  readonly typing: boolean;
}

/**
 * One archive: the folder of a `postgloss.yaml` with its texts, registry and sidecars. Reads through its host, follows its changes,
 * and answers questions; what it is asked to change it answers with edits (see `decisions`).
 */
export class Annotator {
  readonly #host: Host;
  readonly #listeners = new Set<(changed: Changed) => void>();
  readonly #texts = new Map<string, ArchiveText>();
  readonly #unreadable = new Map<string, string>();
  /** Texts as open editors hold them, by path; they count before what is on disk. */
  readonly #open = new Map<string, string>();
  #manifest = readManifest('postgloss: 1\n');
  /** Compiled once for each manifest: it is asked at every keystroke. */
  #ruleOf = ruleFor(this.#manifest);
  #manifestText: string | null = null;
  #registryText: string | null = null;
  #lexicon: Lexicon = createLexicon(readRegistry(EMPTY_REGISTRY));
  #stopWatching: (() => void) | null = null;
  #loading: Promise<void> | null = null;
  #queue: Promise<void> = Promise.resolve();
  #disposed = false;

  constructor(host: Host) {
    this.#host = host;
  }

  get manifest(): Manifest {
    return this.#manifest;
  }

  /** The text of `postgloss.yaml`; null when there is none. */
  get manifestText(): string | null {
    return this.#manifestText;
  }

  get registry(): Registry {
    return this.#lexicon.registry;
  }

  /** The registry's text; null when there is no registry yet. */
  get registryText(): string | null {
    return this.#registryText;
  }

  /** The texts that were read, in the order of their paths. */
  get texts(): readonly ArchiveText[] {
    return [...this.#texts.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Files that the manifest names but that cannot be read, with the reason as a sentence. */
  get unreadable(): ReadonlyMap<string, string> {
    return this.#unreadable;
  }

  /** The text of one of our own files as it was last read: manifest, registry or a sidecar. Null where there is none. */
  ownText(path: string): string | null {
    if (path === MANIFEST_FILE) return this.#manifestText;
    if (path === REGISTRY_FILE) return this.#registryText;
    return this.text(path.slice(0, -SIDECAR_SUFFIX.length))?.sidecarText ?? null;
  }

  text(path: string): ArchiveText | null {
    return this.#texts.get(path) ?? null;
  }

  /** Whether the manifest names a file as one that holds posts. */
  names(path: string): boolean {
    return this.#ruleOf(path) !== null;
  }

  onDidChange(listener: (changed: Changed) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads the whole archive; later calls answer with the same reading. Gives way to other work between files. */
  open(): Promise<void> {
    this.#loading ??= this.#openAll().catch((error: unknown) => {
      // The next one who asks gets a new reading, and this one the reason.
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  /** Reads the manifest and the registry, and no text: what can be done before somebody opens one. */
  prepare(): Promise<void> {
    return this.#enqueue(async () => {
      if (this.#manifestText === null) await this.#readCodebook();
    });
  }

  /**
   * Reads one file with registry and sidecar, without the rest of the archive: what an editor that opens a file waits for.
   *
   * @param shown the text as an open editor shows it; from here on it counts, and not the disk's
   */
  async openText(path: string, shown?: () => string): Promise<ArchiveText | null> {
    await this.prepare();
    await this.#enqueue(async () => {
      const known = this.#texts.has(path);
      if (shown) this.#show(path, shown);
      if (!known) await this.#readText(path);
    });
    return this.text(path);
  }

  dispose(): void {
    this.#disposed = true;
    this.#stopWatching?.();
    this.#listeners.clear();
  }

  // --- open editors

  /** An editor shows a text of the archive: from here on its content counts, and not the disk's. */
  openDocument(path: string, text: string): void {
    this.#open.set(path, text);
    const known = this.#texts.get(path);
    if (!known || known.text === text) return;
    known.replace(text);
    this.#tell({ paths: [path], typing: false });
  }

  /** The content of an open text changed. The changes count one after the other, each in the text that the last one left. */
  editDocument(path: string, changes: readonly TextChange[], text: () => string): void {
    const known = this.#texts.get(path);
    if (!known) {
      this.#open.set(path, text());
      return;
    }
    for (const change of changes) known.edit(change);
    this.#open.set(path, known.text);
    this.#tell({ paths: [path], typing: true });
  }

  /** Typing has paused. */
  settleDocument(path: string): void {
    if (this.#texts.get(path)?.settle()) this.#tell({ paths: [path], typing: false });
  }

  /** The editor is closed: the disk counts again. */
  async closeDocument(path: string): Promise<void> {
    this.#open.delete(path);
    await this.refresh([path]);
  }

  /** Reads again what may have changed on disk; null for everything. */
  refresh(paths: readonly string[] | null): Promise<void> {
    return this.#enqueue(() => this.#refresh(paths));
  }

  /** Takes over what an editor shows, and says so at once: its mentions can be drawn while the sidecar is being read. */
  #show(path: string, shown: () => string): void {
    const rule = this.#ruleOf(path);
    if (!rule) return;
    const text = shown();
    this.openDocument(path, text);
    if (this.#texts.has(path)) return;
    this.#texts.set(path, new ArchiveText(path, rule, text, this.#lexicon));
    this.#tell({ paths: [path], typing: false });
  }

  // --- reading

  async #openAll(): Promise<void> {
    this.#stopWatching = this.#host.watch((paths) => void this.refresh(paths).catch(() => undefined));
    await this.#enqueue(() => this.#refresh(null));
  }

  /** One reading at a time: two that cross could leave the older state behind. */
  #enqueue(work: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(work, work);
    return this.#queue;
  }

  async #refresh(paths: readonly string[] | null): Promise<void> {
    if (this.#disposed) return;
    const structural = paths === null || paths.includes(MANIFEST_FILE);
    const codebook = structural || paths.includes(REGISTRY_FILE) ? await this.#readCodebook() : false;
    const targets = structural ? null : texts(paths);
    const known = targets ?? (await this.#host.list(this.#manifest.archives.map((rule) => rule.files)));
    if (structural) this.#forget(new Set(known));
    const touched: string[] = [];
    let sinceBreak = 0;
    for (const path of known) {
      if (this.#isDisposed()) return;
      if (this.#ruleOf(path) === null && !this.#texts.has(path)) continue;
      if (await this.#readText(path)) touched.push(path);
      sinceBreak += this.#texts.get(path)?.text.length ?? 0;
      if (sinceBreak < UNITS_BETWEEN_BREAKS) continue;
      sinceBreak = 0;
      this.#tell({ paths: touched.splice(0), typing: false });
      await pause();
    }
    if (codebook || structural) this.#tell({ paths: null, typing: false });
    else if (touched.length > 0) this.#tell({ paths: touched, typing: false });
  }

  /** Reads `postgloss.yaml` and the registry; answers whether either is another one now. */
  async #readCodebook(): Promise<boolean> {
    const [manifestText, registryText] = await Promise.all([
      this.#readFile(MANIFEST_FILE),
      this.#readFile(REGISTRY_FILE),
    ]);
    const before = [this.#manifestText, this.#registryText];
    this.#manifestText = manifestText;
    this.#registryText = registryText;
    if (before[0] !== manifestText) {
      this.#manifest = readManifest(manifestText ?? '');
      this.#ruleOf = ruleFor(this.#manifest);
    }
    if (before[1] === registryText) return before[0] !== manifestText;
    const registry = readRegistry(registryText ?? EMPTY_REGISTRY);
    this.#lexicon = createLexicon(registry, this.#lexicon);
    for (const text of this.#texts.values()) text.setLexicon(this.#lexicon);
    return true;
  }

  /** Reads a text and its sidecar; answers whether either is another one now. */
  async #readText(path: string): Promise<boolean> {
    const rule = this.#ruleOf(path);
    const bytes = rule && !this.#open.has(path) ? await this.#host.read(path) : null;
    const text = this.#open.get(path) ?? (bytes ? decodeText(bytes) : null);
    if (!rule || text === null) {
      if (bytes && rule) this.#unreadable.set(path, 'It is not UTF-8 text.');
      else this.#unreadable.delete(path);
      return this.#texts.delete(path);
    }
    this.#unreadable.delete(path);
    let known = this.#texts.get(path);
    const before = known && { text: known.text, sidecar: known.sidecarText };
    if (known?.rule.format !== rule.format) known = undefined;
    if (!known) this.#texts.set(path, (known = new ArchiveText(path, rule, text, this.#lexicon)));
    known.replace(text);
    // What an editor left unsettled when it was closed.
    if (!this.#open.has(path)) known.settle();
    known.setSidecar(await this.#readFile(path + SIDECAR_SUFFIX));
    return before?.text !== text || before.sidecar !== known.sidecarText;
  }

  /** The text of one of our own files. What is no text at all is handed on as such, so that it is reported and never overwritten. */
  async #readFile(path: string): Promise<string | null> {
    const bytes = await this.#host.read(path);
    return bytes === null ? null : (decodeText(bytes) ?? NOT_TEXT);
  }

  #forget(listed: ReadonlySet<string>): void {
    for (const path of this.#texts.keys()) if (!listed.has(path) && !this.#open.has(path)) this.#texts.delete(path);
    for (const path of this.#unreadable.keys()) if (!listed.has(path)) this.#unreadable.delete(path);
  }

  /** As a question, for the compiler to see that the answer may have changed while something was awaited. */
  #isDisposed(): boolean {
    return this.#disposed;
  }

  #tell(changed: Changed): void {
    for (const listener of [...this.#listeners]) listener(changed);
  }
}

/** How much text is read before others get their turn: about 10 ms of work. */
const UNITS_BETWEEN_BREAKS = 500_000;

/** A stand-in for a file that is no text. Its NUL makes every reader refuse it. */
const NOT_TEXT = '\0';

/** The texts that changed paths speak of: themselves, or the texts of changed sidecars. */
function texts(paths: readonly string[]): string[] {
  const own = paths.map((path) => (path.endsWith(SIDECAR_SUFFIX) ? path.slice(0, -SIDECAR_SUFFIX.length) : path));
  return [...new Set(own.filter((path) => !isGlossFile(path)))];
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
