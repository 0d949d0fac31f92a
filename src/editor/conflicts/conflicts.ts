import * as vscode from 'vscode';
import {
  decideConflicts,
  hasMarkers,
  readConflicts,
  type Solution,
  type ConflictedFile,
  type Stages,
} from '../../core/conflicts';
import { MANIFEST_FILE, REGISTRY_FILE } from '../../core/entities';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import type { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';
import { newStep } from '../archive/history';
import { warn, whisper } from '../ui/say';
import { whyNoGit, type GitQuestions } from '../archive/git-questions';
import { SolvedFiles } from './solved-files';
import { pathName } from '../ui/inert';

/** How long changes are gathered: a merge comes as many events. */
const GATHER_MS = 200;

/** A conflicted file as it was read, with git's versions of it. */
interface Known {
  readonly file: ConflictedFile;
  readonly stages: Stages | null;
}

/** The result of a decision about conflicts. */
export interface Solved {
  /** How many conflicts the file has left. */
  readonly left: number;
  /** Whether git was told that the file is solved. */
  readonly staged: boolean;
}

/** Follows the gloss files of the window that git could not merge, and writes the decisions of people about them. */
export class Conflicts implements vscode.Disposable {
  readonly #archives: Archives;
  readonly #known = new Map<string, Known>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #parts: vscode.Disposable;
  readonly #solved = new SolvedFiles();
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
      // When a decision about a conflict was undone or redone, git's index has to follow.
      archives.history.onDidTakeBack(() => this.look()),
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

  /** A file as its conflicts; null where it has none. */
  find(archive: Archive, path: string): ConflictedFile | null {
    const file = this.#known.get(keyOf(archive, path))?.file ?? null;
    return file?.text === archive.core.ownText(path) ? file : null;
  }

  /** Looks again which files are in conflict. Calls run one after the other, so that the last look sees the last change. */
  look(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#looking = this.#looking.then(() => this.#look());
    return this.#looking;
  }

  /**
   * Writes decisions about the conflicts of a file, as one step that can be undone; without choices, only merges what can be merged.
   * Null after telling why nothing was written.
   */
  async decide(
    archive: Archive,
    path: string,
    label: string,
    choices: ReadonlyMap<string, Solution>,
  ): Promise<Solved | null> {
    await this.look();
    const known = this.#known.get(keyOf(archive, path));
    const stages = known?.stages ?? null;
    let before = '';
    const done = await archive.decide(newStep(label), [path], () => {
      const text = archive.core.ownText(path);
      if (text === null || !hasMarkers(text))
        return { ok: false, why: `${pathName(path)} is in no conflict any more.` };
      before = text;
      return decideConflicts(known?.file.text === text ? known.file : readConflicts(text, path, stages), choices);
    });
    if (!done) return null;
    await this.look();
    const after = archive.core.ownText(path) ?? '';
    if (hasMarkers(after)) return { left: this.find(archive, path)?.conflicts.length ?? 0, staged: false };
    const [questions, key] = [this.#questions(archive), keyOf(archive, path)];
    if (!questions || (stages === null && !this.#solved.has(key))) return { left: 0, staged: false };
    const staged = await this.#solved.stage(questions, key, archive.uriOf(path).fsPath, { before, after });
    return { left: 0, staged };
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
        if (this.#solved.has(key)) await this.#follow(archive, path, text);
        const known = this.#known.get(key);
        if (known?.file.text === text) present.add(key);
        else if (hasMarkers(text)) {
          present.add(key);
          const stages = await this.#stages(archive, path);
          this.#known.set(key, { file: readConflicts(text, path, stages), stages });
          if (stages && archive.core.ownText(path) === text) archive.core.useStages(path, stages);
          changed = true;
        }
      }
    }
    for (const key of this.#known.keys()) if (!present.has(key)) changed = this.#known.delete(key);
    if (changed) this.#changed.fire();
  }

  async #stages(archive: Archive, path: string): Promise<Stages | null> {
    return (
      (await this.#questions(archive)
        ?.stages(archive.uriOf(path).fsPath)
        .catch(() => null)) ?? null
    );
  }

  /** Unstages a file whose last decision was undone, or stages it again when that is redone, and tells the person when it is unstaged. */
  async #follow(archive: Archive, path: string, text: string): Promise<void> {
    const questions = this.#questions(archive);
    if (!questions) return;
    const followed = await this.#solved.follow(questions, keyOf(archive, path), archive.uriOf(path).fsPath, text);
    const name = pathName(path.slice(path.lastIndexOf('/') + 1));
    if (followed?.unstaged === true) whisper(`${name} is in conflict again, and is no longer staged.`);
    else if (followed) {
      const what = `${name} has its conflict markers again, but git still takes it for solved. ${followed.why}`;
      warn(`${what} Solve it once more before you commit.`);
    }
  }

  /** The questions to git; null where git cannot be run. */
  #questions({ root }: Archive): GitQuestions | null {
    const { questions } = this.#archives.platform;
    return questions && whyNoGit(questions, root) === null ? questions : null;
  }
}

function keyOf({ root }: Archive, path: string): string {
  return `${root.toString()}\n${path}`;
}

/** The gloss files of an archive, as they were last read. */
function ownTexts({ core }: Archive): { path: string; text: string }[] {
  const { manifestText, registryText, texts } = core;
  return [
    ...(manifestText === null ? [] : [{ path: MANIFEST_FILE, text: manifestText }]),
    ...(registryText === null ? [] : [{ path: REGISTRY_FILE, text: registryText }]),
    ...texts.flatMap(({ path, sidecarText }) =>
      sidecarText === null ? [] : [{ path: path + SIDECAR_SUFFIX, text: sidecarText }],
    ),
  ];
}
