// Globs that name the files of an archive, and files like them that come later.

/** The files that a glob can name together. */
interface Kind {
  /** The folder in which they lie, with `/` behind it, or empty. */
  readonly root: string;
  /** The glob of their names. */
  readonly name: string;
  /** Whether they lie in folders of years, or each in a folder of its own, as Hugo's bundles do. */
  readonly nested: boolean;
}

const INDEX = /^(?:_?index|readme)\.[^.]+$/i;
const YEAR_OR_DAY = /^(?:\d{1,4}|\d{4}[-_]\d{2}(?:[-_]\d{2})?)$/;
const DATED_NAME = /^\d{4}-\d{2}-\d{2}/;

/** One text for all files that a glob can name together. */
export function kindOf(path: string): string {
  const { root, name, nested } = readKind(path);
  return `${root}${nested ? '**/' : ''}${name}`;
}

function readKind(path: string): Kind {
  const folders = path.split('/');
  const file = folders.pop() ?? '';
  const bundle = INDEX.test(file) && folders.length > 0;
  const depth = folders.length;
  if (bundle) folders.pop();
  while (YEAR_OR_DAY.test(folders.at(-1) ?? '')) folders.pop();
  const ending = file.includes('.') ? file.slice(file.lastIndexOf('.')) : '';
  return {
    root: folders.map((folder) => `${folder}/`).join(''),
    name: bundle ? file : `*${ending}`,
    nested: folders.length < depth,
  };
}

/**
 * The globs that name some files of one kind, and those like them that come later.
 *
 * @param members files of one kind; see `kindOf`
 * @param others files that are known not to belong to them
 */
export function globsOver(members: readonly string[], others: readonly string[]): string[] {
  const [first] = members;
  if (first === undefined) return [];
  const { root, name, nested } = readKind(first);
  const strangers = others.filter((path) => path.startsWith(root) && fileFits(path, name));
  if (!nested) {
    const beside = strangers.filter((path) => !path.slice(root.length).includes('/'));
    if (beside.length === 0) return [`${escapeGlob(root)}${name}`];
    const isDated = (path: string) => DATED_NAME.test(path.slice(root.length));
    if (members.every(isDated) && !beside.some(isDated)) return [`${escapeGlob(root)}????-??-??${name}`];
    return beside.length < members.length ? [`${escapeGlob(root)}${name}`] : members.map(escapeGlob);
  }
  if (strangers.length === 0) return [`${escapeGlob(root)}**/${name}`];
  // Files of other depths, such as a list of the posts, are then left out.
  const depthOf = (path: string) => path.slice(root.length).split('/').length - 1;
  const depth = depthOf(first);
  if (members.every((path) => depthOf(path) === depth) && !strangers.some((path) => depthOf(path) === depth)) {
    return [`${escapeGlob(root)}${'*/'.repeat(depth)}${name}`];
  }
  const folders = grouped(members, (path) => path.slice(0, path.lastIndexOf('/') + 1));
  return [...folders].flatMap(([folder, files]) =>
    files.length > 1 && !strangers.some((path) => path.startsWith(folder) && !path.slice(folder.length).includes('/'))
      ? [`${escapeGlob(folder)}${name}`]
      : files.map(escapeGlob),
  );
}

/** Things by a key, in their order. */
export function grouped<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string): Map<string, Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const group = groups.get(keyOf(thing));
    if (group) group.push(thing);
    else groups.set(keyOf(thing), [thing]);
  }
  return groups;
}

function fileFits(path: string, name: string): boolean {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return name.startsWith('*') ? file.endsWith(name.slice(1)) : file === name;
}

/** A path as a glob: the signs of globs become `?`, which matches them. */
export function escapeGlob(path: string): string {
  return path.replace(/[[\]{}()*?!+@|~:$^\\]/g, '?');
}
