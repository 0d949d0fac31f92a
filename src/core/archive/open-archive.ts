import type { Stages } from '../conflicts/conflict';
import { REGISTRY_FILE, type Registry } from '../entities/registry';
import { MANIFEST_FILE, type Manifest } from '../entities/manifest';
import type { Host } from '../host';
import { SIDECAR_SUFFIX } from '../sidecar/read-sidecar';
import type { TextChange } from '../text/change';
import { ArchiveReader } from './archive-reader';
import type { ArchiveText } from './archive-text';
import { EVERYTHING, GatheredChanges, type Changes } from './gathered-changes';
import { lookBack } from './look-back';
import type { ReadingProgress } from './reading-progress';
import type { Surroundings } from './surroundings';
import type { Texts } from './texts';

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
export class OpenArchive {
  readonly #host: Host;
  readonly #listeners = new Set<(changed: Changed) => void>();
  readonly #watchers = new Set<(progress: ReadingProgress) => void>();
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
      (progress) => {
        for (const watcher of [...this.#watchers]) watcher(progress);
      },
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
    return this.#reader.roots.lexicon.registry;
  }

  /** The registry's text; null when there is no registry yet. */
  get registryText(): string | null {
    return this.#reader.roots.registryText;
  }

  /** The texts that were read, in the order of their paths. */
  get texts(): readonly ArchiveText[] {
    return this.#texts.all;
  }

  /** Whether all texts that the manifest names have been read, and not only those that somebody opened. */
  get complete(): boolean {
    return this.#reader.complete;
  }

  /** Files that the manifest names but that cannot be read, with the reason as a sentence. */
  get unreadable(): ReadonlyMap<string, string> {
    return this.#reader.unreadable;
  }

  /** What lies around the texts and concerns them: sidecars without a text, copies of our files, git's attributes. */
  get surroundings(): Surroundings {
    return this.#reader.surroundings;
  }

  /**
   * Looks for annotations that have lost their place in earlier contents of their texts, as far as the host has any: what became of a
   * place is then known and not guessed. Slow, and meant to be called when nobody waits.
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

  /** Takes over git's versions of a sidecar that it could not merge: fewer of its annotations are then in conflict. */
  useStages(path: string, stages: Stages): void {
    const text = this.text(path.slice(0, -SIDECAR_SUFFIX.length));
    if (text?.useStages(stages) === true) this.#tell({ paths: [text.path], typing: false });
  }

  /** The text of one of our own files as it was last read: manifest, registry or a sidecar. Null where there is none. */
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
    return this.#reader.roots.ruleOf(path) !== null;
  }

  onDidChange(listener: (changed: Changed) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells how far the reading of many texts has come, text by text. */
  onDidProgress(watcher: (progress: ReadingProgress) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Whether somebody has stopped the reading of the archive. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Leaves the rest of the archive unread: what was read can be asked about. Until `resume` is called, `open` reads nothing more. */
  stop(): void {
    this.#stopped = true;
    this.#reader.stop();
  }

  /** Goes on where `stop` has ended the reading. */
  async resume(): Promise<void> {
    this.#stopped = false;
    await this.open();
    if (!this.complete) await this.refresh(null);
  }

  /**
   * Reads the whole archive; later calls answer with the same reading. Gives way to other work between files. Answers early, with a part
   * of it read, where somebody has stopped it.
   */
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
      await this.#reader.prepare();
    });
  }

  /**
   * Reads one file with registry and sidecar, without the rest of the archive: what an editor that opens a file waits for.
   *
   * @param shown the text as an open editor shows it; from here on it counts, and not the disk's. Null where it has been closed meanwhile
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
    this.#listeners.clear();
    this.#watchers.clear();
    this.#reader.dispose();
  }

  // --- open editors

  /** An editor shows a text of the archive: from here on its content counts, and not the disk's. */
  openDocument(path: string, text: string): void {
    if (this.#texts.open(path, text)) this.#tell({ paths: [path], typing: false });
  }

  /** The content of an open text changed. The changes count one after the other, each in the text that the last one left. */
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

  /** Reads again what may have changed on disk; null for everything. */
  refresh(paths: readonly string[] | null): Promise<void> {
    return this.#enqueue(() => this.#refresh({ paths, listing: paths === null }));
  }

  /** Takes over what an editor shows, and says so at once: its mentions can be drawn while the sidecar is being read. */
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

  /** One reading at a time: two that cross could leave the older state behind. */
  #enqueue(work: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(work, work);
    return this.#queue;
  }

  /** A text was found to be another one by somebody who asked for it. They get to ask to the end before others are told. */
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
    for (const listener of [...this.#listeners]) listener(changed);
  }
}
