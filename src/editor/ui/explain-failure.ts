/** Why a file could not be read or written, in plain words: the second half of a sentence, with its full stop. */
export function explainFailure(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'the disk is full.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'NoPermissions':
      return 'the folder or the file is read-only.';
    case 'EBUSY':
      return 'another program keeps the file busy.';
    case 'EIO':
      return 'the disk has an error.';
    case 'Unavailable':
      return 'the disk or the server that holds it cannot be reached.';
    default:
      return error instanceof Error ? `${error.message}.` : 'the reason is not known.';
  }
}
