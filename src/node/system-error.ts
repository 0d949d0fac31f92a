/** The name that the system gives an error, as in `ENOSPC`; empty where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** An error with a code, as the system's own errors have. */
export function systemError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

/** Whether an error is one that may pass: another program, such as a virus scanner or a cloud folder, holds the file for a moment. */
export function isPassing(error: unknown): boolean {
  return ['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(error));
}
