import * as vscode from 'vscode';
import {
  decideConflicts,
  hasMarkers,
  MANIFEST_FILE,
  readConflicts,
  REGISTRY_FILE,
  SIDECAR_SUFFIX,
  type Choice,
  type ConflictedFile,
  type Stages,
} from '../../core/index';
import type { Archive } from '../archive';
import type { Archives } from '../archives';
import { newStep } from '../history';
import { whyNoGit } from './git-questions';

/** How long changes are gathered: a merge comes as many events. */
const GATHER_MS = 200;

/** A conflicted file as it was read, with git's versions of it. */
interface Known {
  readonly file: ConflictedFile;
  readonly stages: Stages | null;
}

/** What became of a decision about conflicts. */
export interface Settled {
  /** How many conflicts the file has left. */
  readonly left: number;
  /** Whether git was told that the file is solved. */
  readonly staged: boolean;
}

/** The gloss files of the window that git could not merge: follows them, and writes what people decide about them. */
export class Conflicts implements vscode.Disposable {
  readonly #archives: Archives;
  readonly #known = new Map<string, Known>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #parts: vscode.Disposable;
  /** Files that were staged once they were solved; when that is undone and done again, git has to be told again. */
  readonly #staged = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looking: Promise<void> = Promise.resolve();

  readonly onDidChange = this.#changed.event;

  constructor(archives: Archives) {
    this.#archives = archives;
    const schedule = () => {
      this.#timer ??= setTimeout(() => void this.look(), GATHER_MS);
    };
    this.#parts = vscode.Disposable.from(
      this.#changed,
      archives.onDidChangeList(schedule),
      archives.onDidChange(({ typing }) => {
        if (!typing) schedule();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        this.#known.clear();
        schedule();
      }),
      new vscode.Disposable(() => clearTimeout(this.#timer)),
    );
  }

  /** The conflicted files of an archive, in the order of their paths. */
  of(archive: Archive): readonly ConflictedFile[] {
    return ownTexts(archive).flatMap(({ path }) => this.find(archive, path) ?? []);
  }

  /** A conflicted file; null where it is in no conflict. */
  find(archive: Archive, path: string): ConflictedFile | null {
    const file = this.#known.get(keyOf(archive, path))?.file ?? null;
    return file?.text === archive.annotator.ownText(path) ? file : null;
  }

  /** Looks again which files are in conflict. One look at a time, the last one after the last change. */
  look(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#looking = this.#looking.then(() => this.#look());
    return this.#looking;
  }

  /**
   * Writes what was decided about conflicts of a file, as one step that can be undone; without any choice, what can be merged is merged.
   * Null after the person was told why nothing was written.
   */
  async decide(
    archive: Archive,
    path: string,
    label: string,
    choices: ReadonlyMap<string, Choice>,
  ): Promise<Settled | null> {
    await this.look();
    const stages = this.#known.get(keyOf(archive, path))?.stages ?? null;
    const done = await archive.decide(newStep(label), [path], () => {
      const text = archive.annotator.ownText(path);
      if (text === null || !hasMarkers(text)) return { ok: false, why: `${path} is in no conflict any more.` };
      return decideConflicts(readConflicts(text, path, stages), choices);
    });
    if (!done) return null;
    await this.look();
    const text = archive.annotator.ownText(path) ?? '';
    if (hasMarkers(text)) return { left: this.find(archive, path)?.conflicts.length ?? 0, staged: false };
    return { left: 0, staged: await this.#stage(archive, path, stages !== null) };
  }

  dispose(): void {
    this.#parts.dispose();
  }

  async #look(): Promise<void> {
    let changed = false;
    const present = new Set<string>();
    for (const archive of this.#archives.all) {
      for (const { path, text } of ownTexts(archive)) {
        const key = keyOf(archive, path);
        const known = this.#known.get(key);
        if (known?.file.text === text) present.add(key);
        else if (hasMarkers(text)) {
          present.add(key);
          const stages = await this.#stages(archive, path);
          this.#known.set(key, { file: readConflicts(text, path, stages), stages });
          changed = true;
        }
      }
    }
    for (const key of this.#known.keys()) if (!present.has(key)) changed = this.#known.delete(key);
    if (changed) this.#changed.fire();
  }

  async #stages(archive: Archive, path: string): Promise<Stages | null> {
    const { questions } = this.#archives.platform;
    if (!questions || whyNoGit(questions, archive.root) !== null) return null;
    return questions.stages(archive.uriOf(path).fsPath).catch(() => null);
  }

  async #stage(archive: Archive, path: string, unmerged: boolean): Promise<boolean> {
    const { questions } = this.#archives.platform;
    const key = keyOf(archive, path);
    if (!questions || whyNoGit(questions, archive.root) !== null || (!unmerged && !this.#staged.has(key))) return false;
    const staged = await questions.stage(archive.uriOf(path).fsPath).catch(() => false);
    if (staged) this.#staged.add(key);
    return staged;
  }
}

function keyOf({ root }: Archive, path: string): string {
  return `${root.toString()}\n${path}`;
}

/** Our own files of an archive, as they were last read. */
function ownTexts({ annotator }: Archive): { path: string; text: string }[] {
  const { manifestText, registryText, texts } = annotator;
  return [
    ...(manifestText === null ? [] : [{ path: MANIFEST_FILE, text: manifestText }]),
    ...(registryText === null ? [] : [{ path: REGISTRY_FILE, text: registryText }]),
    ...texts.flatMap(({ path, sidecarText }) =>
      sidecarText === null ? [] : [{ path: path + SIDECAR_SUFFIX, text: sidecarText }],
    ),
  ];
}
