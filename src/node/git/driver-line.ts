/** What runs the command line: the program, and the bundle that it is given. Both absolute. */
export interface Runtime {
  readonly program: string;
  readonly bundle: string;
  /** Whether the program is an editor that has Node in it, and has to be told to behave like Node. */
  readonly electron: boolean;
}

/**
 * The line that git runs for a merge, by its own shell on every system. git puts in the paths of the three versions, which it made up,
 * and the path of the file, which it quotes itself.
 *
 * The runtime may be gone when the merge comes, or be killed during it. So the line begins with a merge by lines, which leaves both
 * versions in the file; where git cannot do even that, it puts one behind the other between markers. Only then it runs the driver, on a
 * copy of ours, and takes over what that made of it if it ends with 0 (all is merged) or 1 (there are conflicts). Node itself ends with 1
 * when it cannot even begin; the copy is then as it was.
 */
export function driverLine({ program, bundle, electron }: Runtime): string {
  const node = electron ? 'ELECTRON_RUN_AS_NODE=1 "$n"' : '"$n"';
  const labels = '-L ours -L base -L theirs --marker-size=%L';
  return [
    `n=${shellWord(program)}`,
    `c=${shellWord(bundle)}`,
    // Where Node has moved, the one on the PATH will do.
    ...(electron ? [] : ['[ -x "$n" ] || n=node']),
    `cp %A %A.o && cp %A %A.u || { git merge-file ${labels} %A %O %B; exit 1; }`,
    `git merge-file -p ${labels} %A.o %O %B >%A.t 2>/dev/null`,
    '[ $? -lt 128 ] || { echo "<<<<<<< ours"; cat %A.o; echo; echo "======="; cat %B; echo; echo ">>>>>>> theirs"; } >%A.t',
    'mv -f %A.t %A || exit 1',
    `${node} "$c" merge %O %A.o %B --path=%P --marker-size=%L`,
    'r=$?',
    'if [ $r = 0 ] || { [ $r = 1 ] && { cmp -s %A.o %A.u; [ $? = 1 ]; }; }; then rm -f %A.u; mv -f %A.o %A || exit 1; exit $r; fi',
    'rm -f %A.o %A.u',
    'echo "postgloss: the merge driver ended with $r; the file is merged by lines only" >&2',
    'exit 1',
  ].join('; ');
}

/** A text as one word of the shell's, and without anything that git would put something in for. */
function shellWord(text: string): string {
  return `'${text.replaceAll('\\', '/').replaceAll("'", "'\\''").replaceAll('%', '%%')}'`;
}
