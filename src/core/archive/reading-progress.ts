/** How far the reading of an archive has come: texts of those that are to be read. */
export interface ReadingProgress {
  readonly done: number;
  readonly total: number;
}
