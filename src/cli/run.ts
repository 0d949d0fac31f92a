import { relative } from 'node:path';
import { visible } from '../core/text';
import { GitRefusal } from '../node/git/refusal';
import { wayInside } from '../node/inside-root';
import { explainFileError } from '../node/system-error';
import { version } from '../../package.json';
import { readArguments } from './arguments';
import { helpFor, overview } from './help';
import { guarded, type Io } from './call/io';
import { UsageError } from './call/usage-error';

/**
 * Runs the command line and answers its exit code: 0 when all is well, 1 with findings, 2 for wrong usage and for files that cannot be read
 * or written, 3 for an internal error. Never throws.
 *
 * @param argv the arguments, without the program's own name: `['posts', 'archives', '--json']`
 */
export async function run(argv: readonly string[], given: Io): Promise<number> {
  const io = guarded(given);
  try {
    const request = readArguments(argv, io);
    switch (request.kind) {
      case 'version':
        io.stdout(`${version}\n`);
        return 0;
      case 'help':
        io.stdout(request.command ? helpFor(request.command) : overview());
        return 0;
      case 'command':
        return await request.command.run(request.call);
    }
  } catch (error) {
    return report(error, io);
  }
}

function report(error: unknown, io: Io): number {
  try {
    const refusal = error instanceof UsageError || error instanceof GitRefusal ? error.message : whyNoFile(error, io);
    if (refusal !== null) {
      io.stderr(`postgloss: ${visible(refusal)}\n`);
      return 2;
    }
    const message = visible(error instanceof Error ? error.message : String(error));
    io.stderr(`postgloss: internal error: ${message}\n`);
    if (io.env.POSTGLOSS_DEBUG === '1' && error instanceof Error) {
      // Line by line, since `visible` makes one line of its text.
      io.stderr((error.stack ?? '').split('\n').map(visible).join('\n') + '\n');
    }
  } catch {
    // Standard error is closed; only the exit code tells.
  }
  return 3;
}

/** What a file or the file system has caused, as a sentence; null for any other error. */
function whyNoFile(error: unknown, io: Io): string | null {
  return explainFileError(error, (path) => {
    try {
      return wayInside(io.cwd, path) === null ? path : relative(io.cwd, path) || path;
    } catch {
      // The folder of the call is gone.
      return path;
    }
  });
}
