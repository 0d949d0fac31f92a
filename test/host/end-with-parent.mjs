// Preloaded into the server. Ends it, with its own children, when the script that started it is gone for whatever reason.
//
// Handlers cover Ctrl+C and failures, but nothing runs in a script that is killed outright. The pipe on standard input closes even then.
if (process.argv[1]?.endsWith('server-main.js')) {
  process.stdin.once('close', () => {
    try {
      process.kill(-process.pid, 'SIGKILL');
    } catch {
      process.exit();
    }
  });
  process.stdin.resume();
}
