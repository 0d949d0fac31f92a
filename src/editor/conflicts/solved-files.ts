import type { StagedFile } from '../../core/changes';
import { hasMarkers } from '../../core/conflicts';
import type { GitQuestions } from '../archive/git-questions';

/** A file that was staged when its last conflict was solved here. */
interface Solved {
  /** The file's text with its last markers, and without them. */
  readonly before: string;
  readonly after: string;
  readonly staged: StagedFile;
  /** Whether the decision, and with it the staging, was taken back. */
  undone: boolean;
}

/** Keeps git's index in step: unstages a file when the last decision about it is undone, and stages it when that is redone. */
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
    // The index of a file that was staged before lists no conflict any more: keep the entries from the first time.
    const known = staged.conflict.length > 0 ? staged : { ...staged, conflict };
    this.#solved.set(key, { ...texts, staged: known, undone: false });
    return true;
  }

  /**
   * Unstages or stages a file, if its present text shows that the last decision about it was undone or redone.
   *
   * @returns whether an undone file could be unstaged; null where no decision was undone. `why` is a sentence.
   */
  async follow(questions: GitQuestions, key: string, path: string, text: string): Promise<Followed | null> {
    const solved = this.#solved.get(key);
    if (!solved) return null;
    if (!solved.undone && text === solved.before) {
      solved.undone = true;
      const why = await questions.unstage(path, solved.staged).catch((error: unknown) => String(error));
      if (why === null) return { unstaged: true };
      // Tried only once: the person has gone on in git meanwhile, and this window must not interfere.
      this.#solved.delete(key);
      return { unstaged: false, why };
    }
    if (solved.undone && text === solved.after && !hasMarkers(text)) {
      await this.stage(questions, key, path, solved);
    }
    return null;
  }
}

/** Whether a file whose last decision was undone could be unstaged. */
export type Followed = { readonly unstaged: true } | { readonly unstaged: false; readonly why: string };
