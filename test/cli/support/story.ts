import { Repository } from '../../git/support/repository';
import { HARBOUR, MANIFEST, REGISTRY } from './case';

// A repository with a story: an annotated text that is renamed, annotations that change and go, two branches, and what is not committed.

export const OLD = 'archives/harbour.txt.gloss.yaml';
export const NEW = 'archives/port.txt.gloss.yaml';
export const POST = '2016-05-04/the-harbour-is-closed';

/** What hostile text tries: to call people, to be Markdown or HTML, to move the cursor. */
const HOSTILE = '@admin #1 `x` <b>bold</b> [a](http://e) \\e[2J';

function record(id: string, quote: string, ...lines: readonly string[]): string {
  return [`  - id: ${id}`, `    post: ${POST}`, `    quote: ${quote}`, ...lines.map((line) => `    ${line}`), ''].join(
    '\n',
  );
}

export const sidecar = (...records: readonly string[]) => `postgloss: 1\nannotations:\n${records.join('')}`;

export const WAKES = record(
  'aaaa1111',
  'Norvik wakes late',
  'tags:',
  '  - claim',
  'note: Compare the old wall with ours.',
  'by: jo',
);
export const NOBODY = record(
  'bbbb2222',
  'Nobody at the Pilots’ Guild',
  'tags:',
  '  - claim',
  'by: ann',
  'on: "2026-03-01"',
);
const CHANGED = WAKES.replace('  - claim', '  - claim\n      - rumour').replace('old wall', 'sea wall');
const GATES = record('cccc3333', 'the gates', `note: "${HOSTILE}"`, 'by: jo');

/** Commits all as somebody, at a time of both clocks. */
export function commit(repository: Repository, author: string, date: string, message: string): void {
  process.env.GIT_COMMITTER_DATE = date;
  try {
    repository.git('add', '-A');
    repository.git('-c', `user.name=${author}`, 'commit', '-q', `--date=${date}`, '-m', message);
  } finally {
    delete process.env.GIT_COMMITTER_DATE;
  }
}

export function tell(): Repository {
  const repository = Repository.create(null);
  repository.write('postgloss.yaml', MANIFEST);
  repository.write('entities.gloss.yaml', REGISTRY);
  repository.write('archives/harbour.txt', HARBOUR);
  repository.write(OLD, sidecar(WAKES, NOBODY));
  repository.write('archives/mast.txt', 'Here is\n\na tall mast.\n');
  repository.write('archives/mast.txt.gloss.yaml', sidecar('  - quote: tall mast\n'));
  repository.write('archives/pair.txt', 'A tall mast, a red sail.\n');
  repository.write('archives/pair.txt.gloss.yaml', sidecar('  - quote: tall mast\n', '  - quote: red sail\n'));
  commit(repository, 'Jo Berg', '2026-03-01T10:00:00+0100', 'Annotate the harbour');
  repository.git('tag', 'first');
  repository.git('mv', 'archives/harbour.txt', 'archives/port.txt');
  repository.git('mv', OLD, NEW);
  repository.write(NEW, sidecar(CHANGED, NOBODY));
  repository.write('entities.gloss.yaml', `${REGISTRY}      - Pilots\n`);
  commit(repository, 'Ann Oran', '2026-03-05T10:00:00+0100', 'Call it a rumour');
  repository.git('branch', 'ann');
  repository.git('checkout', '-q', '-b', 'jo', 'first');
  repository.write('archives/tower.txt', 'A tower.\n');
  repository.write('archives/tower.txt.gloss.yaml', sidecar(record('dddd4444', 'A tower', 'by: jo')));
  commit(repository, 'Jo Berg', '2026-03-06T10:00:00+0100', 'Annotate the tower');
  repository.git('checkout', '-q', 'main');
  repository.write(NEW, sidecar(CHANGED, GATES));
  commit(repository, 'Jo Berg', '2026-03-10T10:00:00+0100', 'Say less\n\nand more');
  repository.write('postgloss.yaml', `${MANIFEST}  - id: claim/unsourced\n`);
  repository.write('archives/tower.txt.gloss.yaml', 'postgloss: 1\nannotations:\n<<<<<<< x\n');
  return repository;
}
