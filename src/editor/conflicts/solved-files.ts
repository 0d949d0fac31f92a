import type { StagedFile } from '../../core/changes';
import { hasMarkers } from '../../core/conflicts';
import type { GitQuestions } from '../archive/git-questions';

/** A file whose last conflict was solved here, and that was staged with it. */
interface Solved {
  /** The file with its last markers, and without them. */
  readonly before: string;
  readonly after: string;
  readonly staged: StagedFile;
  /** Whether the decision, and with it the staging, was taken back. */
  undone: boolean;
}

/** Keeps git's index in step when the last decision about a file is undone and done again: the file is then unstaged, and staged. */
export class SolvedFiles {
  readonly #solved = new Map<string, Solved>();

  /** Whether a file was solved and staged here. */
  has(key: string): boolean {
    return this.#solved.has(key);
  }

  /**
   * Stages a file that was solved. Answers whether git takes it for solved now.
   *
   * @param key names the file
   * @param before its text with the last markers, as it was read
   */
  async stage(
    questions: GitQuestions,
    key: string,
    path: string,
    texts: { readonly before: string; readonly after: string },
  ): Promise<boolean> {
    const staged = await questions.stage(path).catch(() => null);
    if (!staged) return false;
    const { conflict } = this.#solved.get(key)?.staged ?? staged;
    // What was staged already tells of no conflict; the first time did.
    const known = staged.conflict.length > 0 ? staged : { ...staged, conflict };
    this.#solved.set(key, { ...texts, staged: known, undone: false });
    return true;
  }

  /**
   * Looks whether a decision was undone or done again, by the text that a file has now, and has git follow.
   *
   * @returns what became of it; null where there was nothing to do. `why` is a sentence.
   */
  async follow(questions: GitQuestions, key: string, path: string, text: string): Promise<Followed | null> {
    const solved = this.#solved.get(key);
    if (!solved) return null;
    if (!solved.undone && text === solved.before) {
      solved.undone = true;
      const why = await questions.unstage(path, solved.staged).catch((error: unknown) => String(error));
      if (why === null) return { unstaged: true };
      // Tried once: whoever has gone on in git knows better than this window.
      this.#solved.delete(key);
      return { unstaged: false, why };
    }
    if (solved.undone && text === solved.after && !hasMarkers(text)) {
      await this.stage(questions, key, path, solved);
    }
    return null;
  }
}

/** What became of the staging of a file whose last decision was undone. */
export type Followed = { readonly unstaged: true } | { readonly unstaged: false; readonly why: string };
