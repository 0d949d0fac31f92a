import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A repository on disk that real git works in, with our driver set up. */
export class Repository {
  private constructor(readonly folder: string) {}

  /** Makes the first one; copies of it are quicker. */
  static create(driver: string | null): Repository {
    const repository = new Repository(mkdtempSync(join(tmpdir(), 'postgloss-git-')));
    repository.git('init', '-q', '-b', 'main');
    for (const [key, value] of Object.entries({
      'user.name': 'Test',
      'user.email': 'test@example.org',
      'commit.gpgsign': 'false',
      'core.autocrlf': 'false',
      'gc.auto': '0',
      'advice.detachedHead': 'false',
    })) {
      repository.git('config', key, value);
    }
    if (driver !== null) repository.git('config', 'merge.postgloss.driver', driver);
    repository.write('.gitattributes', '*.gloss.yaml merge=postgloss\npostgloss.yaml merge=postgloss\n');
    repository.commit('start');
    return repository;
  }

  copy(): Repository {
    const folder = mkdtempSync(join(tmpdir(), 'postgloss-git-'));
    cpSync(this.folder, folder, { recursive: true });
    return new Repository(folder);
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Runs git, and throws where it fails. */
  git(...args: string[]): string {
    const { status, stdout, stderr } = this.try(...args);
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}${stdout}`);
    return stdout;
  }

  try(...args: string[]): { status: number | null; stdout: string; stderr: string } {
    const { status, stdout, stderr } = spawnSync('git', args, {
      cwd: this.folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_EDITOR: 'true',
        LC_ALL: 'C',
      },
    });
    return { status, stdout, stderr };
  }

  write(path: string, content: string | Buffer): void {
    const absolute = join(this.folder, path);
    mkdirSync(dirname(absolute), { recursive: true });
    writeFileSync(absolute, content);
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  commit(message: string): void {
    this.git('add', '-A');
    this.git('commit', '-q', '--allow-empty', '-m', message);
  }
}
