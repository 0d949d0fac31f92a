/**
 * Whether a relative path may name something outside the folder that it is relative to, on this system or on another: `../x`, `/x`, `\\x`,
 * `c:x`. Both slashes count, since archives travel between systems. A path with a NUL names no file anywhere and counts as one that leaves.
 * Looks at the spelling alone: a link inside the folder may still lead out of it.
 */
export function leavesFolder(path: string): boolean {
  return /^(?:[/\\]|[a-z]:)|\0/i.test(path) || path.split(/[/\\]/).includes('..');
}
