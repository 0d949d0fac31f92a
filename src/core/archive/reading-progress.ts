/** How far the reading of an archive has come, in texts. */
export interface ReadingProgress {
  readonly done: number;
  readonly total: number;
}
