import { REGISTRY_FILE, MANIFEST_FILE } from '../core/entities';
import { FORMAT_NAMES } from '../core/posts';
import type { Command, Flag } from './call/command';
import { COMMANDS } from './commands/index';

/** The text of `postgloss --help`. */
export function overview(): string {
  const usages = COMMANDS.map((command) => ({ usage: usageOf(command), summary: command.summary }));
  const width = Math.max(...usages.map(({ usage }) => usage.length));
  return `Reads archives of dated posts and what people noted about them.

${usages.map(({ usage, summary }) => `  postgloss ${usage.padEnd(width)}  ${summary}`).join('\n')}

FILE is a file, a folder or a glob. ${MANIFEST_FILE} and ${REGISTRY_FILE} are found upwards from it.
A folder stands for the texts that ${MANIFEST_FILE} names in it; without one, for its text and Markdown files.

  --json     print one JSON document
  --help     print this, or the help of a command
  --version  print the version

Exit codes: 0 all is well, 1 findings or a conflict, 2 wrong usage, 3 an internal error.
`;
}

/** The text of `postgloss COMMAND --help`. */
export function helpFor(command: Command): string {
  const flags = command.flags.map((flag) => FLAG_HELP[flag]);
  const fields = `{${command.fields.join(', ')}}`;
  return `postgloss ${usageOf(command)} [--json]

${command.summary}.

${[...flags, `  --json         print one JSON document: ${command.single === true ? fields : `[${fields}]`}`].join('\n')}

Offsets count UTF-16 code units of the text without its byte order mark; their ends are exclusive. Lines and columns start at 1.
`;
}

const FLAG_HELP: Readonly<Record<Flag, string>> = {
  format: `  --format F     how the file holds its posts: ${FORMAT_NAMES.join(', ')}`,
  path: '  --path P       the path of the file in its repository, as git gives it',
  'marker-size': '  --marker-size N  how many signs the markers of a conflict have; 7 by default',
  since: '  --since DATE   what has changed since a day: from the last commit before it to the files as they are',
  blame: '  --blame        ask git who last changed each record',
  markdown: '  --markdown     print Markdown, as for a pull request',
  by: '  --by author    compare the names in the field “by”; this is the default',
  branches: '  --branches A,B,…  compare branches, each standing for an annotator',
  posts: `  --posts RULE   which posts count: both (an annotator has judged the posts in which they marked anything; the default),
                 any (all have judged the posts in which any did), all (all have judged every post)`,
  report: '  --format F     how to print: text, sarif (2.1.0) or github (workflow commands)',
  table: '  --format F     how the table is written: csv, tsv or jsonl; by default what its name tells',
  'dry-run': '  --dry-run      say what would be done, and write nothing',
  entities: `  --entities R   the entity registry, instead of the ${REGISTRY_FILE} found upwards from the file`,
};

const FLAG_USAGE: Readonly<Record<Flag, string>> = {
  format: '[--format F]',
  entities: '[--entities R]',
  path: '[--path P]',
  'marker-size': '[--marker-size N]',
  since: '[--since DATE]',
  blame: '[--blame]',
  markdown: '[--markdown]',
  by: '[--by author]',
  branches: '[--branches A,B,…]',
  posts: '[--posts both|any|all]',
  report: '[--format text|sarif|github]',
  table: '[--format csv|tsv|jsonl]',
  'dry-run': '[--dry-run]',
};

function usageOf(command: Command): string {
  return [command.name, command.parameters, ...command.flags.map((flag) => FLAG_USAGE[flag])].join(' ');
}
