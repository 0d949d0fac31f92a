/** The program that runs the command line, and the bundle that it runs. Both absolute. */
export interface Runtime {
  readonly program: string;
  readonly bundle: string;
  /** Whether the program is an editor, which must be told to behave like the Node in it. */
  readonly electron: boolean;
}

/**
 * The line that git runs for a merge, in its own shell on every system. git fills in the paths of the three versions, which are temporary
 * files, and the path of the merged file, which it quotes.
 *
 * The runtime may be missing when git merges, or be killed during the merge. So the line first merges by lines, which leaves both versions
 * in the file; if git cannot do that, the line puts one version behind the other between markers. Then it runs the driver on a copy of
 * ours, and takes over the result if the exit code is 0 (all is merged) or 1 (there are conflicts). Node itself exits with 1 when it cannot
 * start; the copy is then unchanged, and is not taken over.
 */
export function driverLine({ program, bundle, electron }: Runtime): string {
  const node = electron ? 'ELECTRON_RUN_AS_NODE=1 "$n"' : '"$n"';
  const labels = '-L ours -L base -L theirs --marker-size=%L';
  return [
    `n=${shellWord(program)}`,
    `c=${shellWord(bundle)}`,
    // If Node has moved, the one on the PATH will do.
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

/** The files that a line of `driverLine` runs, or null where somebody else wrote the line. */
export function filesOfDriver(line: string): { readonly program: string; readonly bundle: string } | null {
  const word = "'((?:[^']|'\\\\'')*)'";
  const [found, program = '', bundle = ''] = new RegExp(`^n=${word}; c=${word}; `).exec(line) ?? [];
  const plain = (text: string) => text.replaceAll('%%', '%').replaceAll("'\\''", "'");
  return found === undefined ? null : { program: plain(program), bundle: plain(bundle) };
}

/** Quotes a text as one word of the shell, and escapes the `%` that git would replace. */
function shellWord(text: string): string {
  return `'${text.replaceAll('\\', '/').replaceAll("'", "'\\''").replaceAll('%', '%%')}'`;
}
