import { createHash } from 'node:crypto';
import type { EarlierText } from '../../core/host';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { LIMITS, readRegular } from '../read-file';
import { gitBytes } from './run-git';
import { findFile, findWorkTree } from './work-tree';

/** How many commits of a folder are looked at, and how many contents of one file. */
const MOST_COMMITS = 3000;
const MOST = 30;
/** How long a log is used for more files, in milliseconds: an archive asks for one text right after the other. */
const FRESH_MS = 10_000;

/** A file in a commit that changed it. */
interface Change {
  /** The number of the commit, 0 for the newest. */
  readonly commit: number;
  /** The name of the content; null where the commit removed the file. */
  readonly id: string | null;
  /** The former path, where the commit renamed the file. */
  readonly from: string | null;
}

/** The changes of each file, newest first, by its path from the top of the repository. */
type History = ReadonlyMap<string, readonly Change[]>;

/** The contents that texts had in the commits of their repository. Of a folder with many texts git is asked once. */
export class EarlierTexts {
  readonly #logs = new Map<string, Promise<History>>();

  /**
   * The contents that a text had in the commits which changed it, newest first, also under its former names in the folder, without the one
   * that it has now. Each with its sidecar as the last commit before the next content had it. Nothing where the text is in no repository,
   * or git is not there.
   *
   * @param folder absolute; the commits of its files are asked for
   * @param path absolute; of a text in it
   */
  async *of(folder: string, path: string): AsyncGenerator<EarlierText> {
    const [tree, file] = await Promise.all([findWorkTree(folder), findFile(path)]);
    if (!tree || file?.top !== tree.top) return;
    const history = await this.#history(tree.top, tree.prefix);
    const blob = (id: string) => gitBytes(tree.top, ['cat-file', 'blob', id]);
    const read = async (sidecar: string | null) => (sidecar === null ? null : await blob(sidecar));
    const newest = history.get(file.path + SIDECAR_SUFFIX)?.[0]?.id ?? null;
    let last: Promise<Buffer | null> | null = null;
    const versions = versionsOf(history, file.path);
    for (const [i, { name, id }] of versions.entries()) {
      if (i === 0 && isStill(path, id)) continue;
      const bytes = await blob(id);
      if (!bytes) continue;
      const replaced = versions[i - 1]?.commit ?? -1;
      const then = history.get(name + SIDECAR_SUFFIX)?.find(({ commit }) => commit > replaced)?.id ?? null;
      yield { bytes, sidecars: async () => ({ then: await read(then), last: await (last ??= read(newest)) }) };
    }
  }

  #history(top: string, prefix: string): Promise<History> {
    const key = `${top}\0${prefix}`;
    const known = this.#logs.get(key);
    if (known) return known;
    const history = askHistory(top, prefix);
    this.#logs.set(key, history);
    setTimeout(() => this.#logs.delete(key), FRESH_MS).unref();
    return history;
  }
}

async function askHistory(top: string, prefix: string): Promise<History> {
  const listing = ['--literal-pathspecs', 'log', `-${MOST_COMMITS}`, '--no-ext-diff', '--no-textconv', '-O/dev/null'];
  const raw = ['--raw', '--no-abbrev', '-M', '--format=%x00%x00%H', '-z', '--', prefix === '' ? '.' : prefix];
  const log = await gitBytes(top, [...listing, ...raw]);
  return readLog(log?.toString('utf8') ?? '');
}

/** Reads what such a log says of each file. */
export function readLog(log: string): History {
  const history = new Map<string, Change[]>();
  const add = (path: string, change: Change) => {
    const list = history.get(path);
    if (list) list.push(change);
    else history.set(path, [change]);
  };
  // Two NULs begin each commit, as neither a hash nor a name can hold one.
  const commits = log.split(/\0\0(?=[0-9a-f]{40,64}(?:\0|\n|$))/).filter((entry) => /^[0-9a-f]{40,64}/.test(entry));
  for (const [commit, entry] of commits.entries()) {
    const parts = entry.split('\0');
    for (let n = 1; n < parts.length; n++) {
      const [, id = '', status = ''] =
        /^\n?:\d+ \d+ [0-9a-f]+ ([0-9a-f]{40,64}) ([A-Z])\d*$/.exec(parts[n] ?? '') ?? [];
      if (id === '') continue;
      const path = parts[++n] ?? '';
      if (status === 'R' || status === 'C') add(parts[++n] ?? '', { commit, id, from: status === 'R' ? path : null });
      else add(path, { commit, id: status === 'D' ? null : id, from: null });
    }
  }
  return history;
}

/** The contents of a file, newest first, each under the name that it had. */
function versionsOf(
  history: History,
  path: string,
): { readonly name: string; readonly id: string; readonly commit: number }[] {
  const versions: { name: string; id: string; commit: number }[] = [];
  let name: string | null = path;
  let seen = -1;
  while (name !== null) {
    const after: number = seen;
    const changes: readonly Change[] = (history.get(name) ?? []).filter(({ commit }) => commit > after);
    const renamed: Change | undefined = changes.find(({ from }) => from !== null);
    for (const { commit, id } of changes) {
      if (versions.length === MOST || (renamed && commit > renamed.commit)) break;
      if (id !== null && versions.at(-1)?.id !== id) versions.push({ name, id, commit });
    }
    [name, seen] = [versions.length < MOST ? (renamed?.from ?? null) : null, renamed?.commit ?? seen];
  }
  return versions;
}

/** Whether a file on the disk has the content that git calls by this name: the hash of the bytes and their number. */
function isStill(path: string, id: string): boolean {
  try {
    const bytes = readRegular(path, LIMITS.text);
    const hash = createHash(id.length === 40 ? 'sha1' : 'sha256').update(`blob ${bytes.length}\0`);
    return hash.update(bytes).digest('hex') === id;
  } catch {
    return false;
  }
}
