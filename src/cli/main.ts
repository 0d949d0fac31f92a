import { PROCESS } from './call/io';
import { run } from './run';

// A reader that has seen enough, such as `head`, closes the pipe. That is no error, and nothing is left to do.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  PROCESS.stderr(`postgloss: internal error: ${error.message}\n`);
  process.exit(3);
});
// If standard error is closed, there is nobody to tell.
process.stderr.on('error', () => undefined);

// Never `process.exit` here: it would cut off output that a slow reader has not taken yet.
void run(process.argv.slice(2), PROCESS).then((code) => (process.exitCode = code));
