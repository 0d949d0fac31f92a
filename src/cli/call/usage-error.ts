/** A call that cannot be followed, because of its arguments or the files that they name. Its message is one line; the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
