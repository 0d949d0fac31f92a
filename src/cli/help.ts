import { REGISTRY_FILE, MANIFEST_FILE } from '../core/entities';
import type { Command } from './call/command';
import { FLAGS, type Flag } from './call/flags';
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
  const flags = command.flags.map((key) => helpOf(FLAGS[key]));
  const fields = `{${command.fields.join(', ')}}`;
  return `postgloss ${usageOf(command)} [--json]

${command.summary}.

${[...flags, `  --json         print one JSON document: ${command.single === true ? fields : `[${fields}]`}`].join('\n')}

Offsets count UTF-16 code units of the text without its byte order mark; their ends are exclusive. Lines and columns start at 1.
`;
}

function usageOf({ name, parameters, flags }: Command): string {
  return [name, parameters, ...flags.map((key) => `[${spelled(FLAGS[key], 'usage')}]`)].join(' ');
}

function helpOf(flag: Flag): string {
  return `  ${spelled(flag, 'value').padEnd(13)}  ${flag.help}`;
}

/** `--format F`, or in the line of usage `--format csv|tsv|jsonl`. */
function spelled(flag: Flag, form: 'usage' | 'value'): string {
  return flag.kind === 'switch' ? `--${flag.name}` : `--${flag.name} ${flag[form] ?? flag.usage}`;
}
