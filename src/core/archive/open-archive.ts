import type { Stages } from '../conflicts/conflict';
import { REGISTRY_FILE, type Registry } from '../entities/registry';
import { MANIFEST_FILE, type ArchiveRule } from '../entities/archive-rules';
import type { Manifest } from '../entities/manifest';
import type { Host } from '../host';
import { SIDECAR_SUFFIX } from '../sidecar/read-sidecar';
import type { Lexicon } from '../mentions/lexicon';
import type { TextChange } from '../text/change';
import { ArchiveReader } from './archive-reader';
import type { ArchiveText } from './archive-text';
import { EVERYTHING, GatheredChanges, type Changes } from './gathered-changes';
import { Listeners } from './listeners';
import { lookBack } from './look-back';
import type { ReadingProgress } from './reading-progress';
import type { Surroundings } from './surroundings';
import type { Texts } from './texts';

/** A change of an archive, for views to repaint no more than that. */
export interface Changed {
  /** The texts whose posts, mentions or annotations have changed; null when all may have. */
  readonly paths: readonly string[] | null;
  /** Whether a person is typing in them: posts and anchors have only shifted, and a view may wait. */
  readonly typing: boolean;
}

/**
 * One archive: the folder of a `postgloss.yaml` with its texts, registry and sidecars. Reads through its host, follows the host's changes,
 * and answers questions. It changes no file: functions such as those of `core/decide` answer with edits, which hosts apply.
 */
export class OpenArchive {
  readonly #host: Host;
  readonly #changed = new Listeners<Changed>();
  readonly #progress = new Listeners<ReadingProgress>();
  readonly #reader: ArchiveReader;
  readonly #texts: Texts;
  readonly #changes = new GatheredChanges(
    (take) => void this.#enqueue(() => this.#refresh(take())).catch(() => undefined),
  );
  #stopWatching: (() => void) | null = null;
  #loading: Promise<void> | null = null;
  #queue: Promise<void> = Promise.resolve();
  #stopped = false;
  #disposed = false;

  constructor(host: Host) {
    this.#host = host;
    this.#reader = new ArchiveReader(
      host,
      (path) => this.#surprised(path),
      (progress) => this.#progress.tell(progress),
    );
    this.#texts = this.#reader.texts;
  }

  get manifest(): Manifest {
    return this.#reader.roots.manifest;
  }

  /** The text of `postgloss.yaml`; null when there is none. */
  get manifestText(): string | null {
    return this.#reader.roots.manifestText;
  }

  get registry(): Registry {
    return this.lexicon.registry;
  }

  /** The registry with its matcher. */
  get lexicon(): Lexicon {
    return this.#reader.roots.lexicon;
  }

  /** The registry's text; null when there is no registry yet. */
  get registryText(): string | null {
    return this.#reader.roots.registryText;
  }

  /** The texts that were read, in the order of their paths. */
  get texts(): readonly ArchiveText[] {
    return this.#texts.all;
  }

  /** Whether all texts that the manifest names have been read, and not only the ones that editors show. */
  get complete(): boolean {
    return this.#reader.complete;
  }

  /** Files that the manifest names and that cannot be read, each with the reason as a sentence. */
  get unreadable(): ReadonlyMap<string, string> {
    return this.#reader.unreadable;
  }

  /** The files around the texts: sidecars without a text, conflict copies of our files, git's attributes. */
  get surroundings(): Surroundings {
    return this.#reader.surroundings;
  }

  /**
   * Finds the places of lost annotations by earlier contents of their texts, as far as the host has any: the difference to an earlier
   * content tells where a passage went, and nothing has to be guessed. Slow, so call it in the background.
   *
   * @param paths the texts to look at; null for all
   */
  async lookBack(paths: readonly string[] | null): Promise<void> {
    for (const text of this.texts) {
      if (paths !== null && !paths.includes(text.path)) continue;
      if (await lookBack(text, this.#host)) this.#tell({ paths: [text.path], typing: false });
      if (this.#disposed) return;
    }
  }

  /** Uses git's three versions of a sidecar with conflict markers: fewer of its annotations are then in conflict. */
  useStages(path: string, stages: Stages): void {
    const text = this.text(path.slice(0, -SIDECAR_SUFFIX.length));
    if (text?.useStages(stages) === true) this.#tell({ paths: [text.path], typing: false });
  }

  /** The text of the manifest, the registry or a sidecar as it was last read. Null where there is no such file. */
  ownText(path: string): string | null {
    if (path === MANIFEST_FILE) return this.#reader.roots.manifestText;
    if (path === REGISTRY_FILE) return this.#reader.roots.registryText;
    return this.text(path.slice(0, -SIDECAR_SUFFIX.length))?.sidecarText ?? null;
  }

  text(path: string): ArchiveText | null {
    return this.#texts.get(path);
  }

  /** Whether the manifest names a file as one that holds posts. */
  names(path: string): boolean {
    return this.ruleOf(path) !== null;
  }

  /** The rule of the manifest that names a file; null where none does. */
  ruleOf(path: string): ArchiveRule | null {
    return this.#reader.roots.ruleOf(path);
  }

  onDidChange(listener: (changed: Changed) => void): () => void {
    return this.#changed.add(listener);
  }

  /** Tells how far the reading of many texts has come, text by text. */
  onDidProgress(listener: (progress: ReadingProgress) => void): () => void {
    return this.#progress.add(listener);
  }

  /** Whether a person has stopped the reading of the archive. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Stops reading: the texts that were read stay, the others are left out until `resume` is called. */
  stop(): void {
    this.#stopped = true;
    this.#reader.stop();
  }

  /** Reads on after `stop`. */
  async resume(): Promise<void> {
    this.#stopped = false;
    await this.open();
    if (!this.complete) await this.refresh(null);
  }

  /**
   * Reads the whole archive; later calls answer with the same promise. Lets other work run between files. Resolves early, with a part of
   * the archive read, after `stop`. Rejects where the host does; the next call then reads again.
   */
  open(): Promise<void> {
    this.#loading ??= this.#openAll().catch((error: unknown) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  /** Reads the manifest and the registry, and no text. */
  prepare(): Promise<void> {
    return this.#enqueue(async () => {
      await this.#reader.prepare();
    });
  }

  /**
   * Reads one text with registry and sidecar, without the rest of the archive, for an editor that opens it.
   *
   * @param shown gives the content that an editor shows, which counts from here on in place of the disk's; null if it was closed meanwhile
   */
  async openText(path: string, shown?: () => string | null): Promise<ArchiveText | null> {
    await this.prepare();
    await this.#enqueue(async () => {
      const known = this.#texts.get(path) !== null;
      if (shown) this.#show(path, shown);
      if (!known) await this.#reader.readText(path);
    });
    return this.text(path);
  }

  dispose(): void {
    this.#disposed = true;
    this.#stopWatching?.();
    this.#changed.clear();
    this.#progress.clear();
    this.#reader.dispose();
  }

  // --- open editors

  /** An editor shows a text of the archive: from here on the editor's content counts, and not the disk's. */
  openDocument(path: string, text: string): void {
    if (this.#texts.open(path, text)) this.#tell({ paths: [path], typing: false });
  }

  /** The content of an open text changed. Each change counts in the text that the one before it has left. */
  editDocument(path: string, changes: readonly TextChange[], text: () => string): void {
    if (this.#texts.edit(path, changes, text)) this.#tell({ paths: [path], typing: true });
  }

  /** Typing has paused: reads posts and anchors from the text as it is now. */
  rereadDocument(path: string): void {
    if (this.#texts.get(path)?.reread()) this.#tell({ paths: [path], typing: false });
  }

  /** The editor is closed: the disk counts again. */
  async closeDocument(path: string): Promise<void> {
    this.#texts.close(path);
    await this.refresh([path]);
  }

  /** Reads files again that may have changed on the disk, and folders with all that is in them; null for everything. */
  refresh(paths: readonly string[] | null): Promise<void> {
    return this.#enqueue(() => this.#refresh({ paths, listing: paths === null }));
  }

  /** Takes over an editor's content, and tells listeners at once: they can draw its mentions while the sidecar is being read. */
  #show(path: string, shown: () => string | null): void {
    const rule = this.#reader.roots.ruleOf(path);
    if (!rule) return;
    const text = shown();
    if (text === null) return;
    this.openDocument(path, text);
    if (this.#texts.get(path)) return;
    this.#texts.add(path, rule, text, this.#reader.roots.lexicon);
    this.#tell({ paths: [path], typing: false });
  }

  // --- reading

  async #openAll(): Promise<void> {
    this.#stopWatching = this.#host.watch((paths, listing) => this.#changes.add(paths, listing === true));
    await this.#enqueue(() => this.#refresh(EVERYTHING));
  }

  /** Reads one thing at a time: two readings that cross could leave the older state behind. */
  #enqueue(work: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(work, work);
    return this.#queue;
  }

  /** A query has found that a text has changed on the disk. Listeners are told in a microtask, when the query has ended. */
  #surprised(path: string): void {
    this.#changes.add([path], false);
    queueMicrotask(() => this.#tell({ paths: [path], typing: false }));
  }

  async #refresh(changes: Changes): Promise<void> {
    if (this.#disposed || (this.#stopped && changes.paths === null)) return;
    const { paths, everything } = await this.#reader.refresh(changes, (shown) =>
      this.#tell({ paths: shown, typing: false }),
    );
    if (everything || paths.length > 0) this.#tell({ paths: everything ? null : paths, typing: false });
  }

  #tell(changed: Changed): void {
    this.#changed.tell(changed);
  }
}
