/** A file that differs between two trees, as `git diff-tree --raw -z` tells it. */
export interface RawChange {
  readonly path: string;
  /** Its path before a rename; null where it was not renamed. */
  readonly oldPath: string | null;
  /** The objects that hold the contents. Null where there is no file; `disk` where the working tree has it. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Stands for the content of the working tree, which is no object. */
export const DISK = 'disk';
