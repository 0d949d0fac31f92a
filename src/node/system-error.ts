/** The name that the system gives an error, as in `ENOSPC`; empty where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** An error like those of the system, for whoever tells them apart by their code. */
export function systemError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

/** Whether an error says that another program is in the way for a moment, as virus scanners and cloud folders are. */
export function isPassing(error: unknown): boolean {
  return ['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(error));
}
