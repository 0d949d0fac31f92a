import type { Severity } from '../../core/problem';
import { visible } from '../../core/text';
import type { ReportedProblem } from './sarif';

/**
 * Problems as GitHub's workflow commands, which show them beside the lines of a change: `::error file=…,line=…,col=…,title=…::message`.
 * GitHub reads the columns only where a problem lies on one line.
 */
export function githubCommands(problems: readonly ReportedProblem[]): string {
  return problems
    .map(({ path, start, end, severity, code, message }) => {
      const oneLine = start.line === end.line;
      const properties = {
        file: path,
        line: `${start.line}`,
        endLine: `${end.line}`,
        ...(oneLine ? { col: `${start.column}`, endColumn: `${end.column}` } : {}),
        title: code,
      };
      const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
      return `::${COMMANDS[severity]} ${list.join(',')}::${escapeData(visible(message))}\n`;
    })
    .join('');
}

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Escapes characters that would end the line or begin an escape. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Escapes characters that would end a property, too, and spells out those that could fool a terminal. */
function escapeProperty(text: string): string {
  return escapeData(visibleLines(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Spells out invisible characters, except line ends, which are escaped later. */
function visibleLines(text: string): string {
  return text
    .split(/(\r|\n)/)
    .map((part) => (part === '\r' || part === '\n' ? part : visible(part)))
    .join('');
}
