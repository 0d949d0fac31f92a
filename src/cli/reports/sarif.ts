import { version } from '../../../package.json';
import type { ProblemCode, Severity } from '../../core/problem';
import { visible } from '../../core/text';

/** A problem as code scanning services need it: with a path relative to the repository, and both ends of its place. */
export interface ReportedProblem {
  readonly path: string;
  /** 1-based; columns count UTF-16 code units, and the end column is the one behind the last unit. */
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
  readonly severity: Severity;
  readonly code: ProblemCode;
  readonly message: string;
}

/**
 * Problems as a SARIF log (Static Analysis Results Interchange Format 2.1.0, OASIS), which code scanning services read. The rules are the
 * codes of the problems that were found, in alphabetical order.
 */
export function sarifLog(problems: readonly ReportedProblem[]) {
  const codes = [...new Set(problems.map(({ code }) => code))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Postgloss',
            semanticVersion: version,
            rules: codes.map((code) => ({ id: code, shortDescription: { text: titleOf(code) } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        // Lines are counted as in editors. A lone carriage return is not in SARIF's default.
        newlineSequences: ['\r\n', '\n', '\r'],
        results: problems.map(({ path, start, end, severity, code, message }) => ({
          ruleId: code,
          ruleIndex: codes.indexOf(code),
          level: LEVELS[severity],
          message: { text: sarifText(message) },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: relativeUri(path), uriBaseId: '%SRCROOT%' },
                region: {
                  ...{ startLine: start.line, startColumn: start.column },
                  ...{ endLine: end.line, endColumn: end.column },
                },
              },
            },
          ],
        })),
      },
    ],
  };
}

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** `unknown-tag` → `Unknown tag`. */
function titleOf(code: ProblemCode): string {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Escapes a message: unescaped brackets would make links, and braces stand for arguments (sections 3.11.5 and 3.11.6). */
function sarifText(message: string): string {
  return visible(message)
    .replace(/[\\[\]]/g, '\\$&')
    .replace(/[{}]/g, '$&$&');
}

/** A path as a relative URI reference: each part percent-encoded as UTF-8. */
export function relativeUri(path: string): string {
  return path
    .replace(LONE_SURROGATES, '\ufffd')
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');
}

const LONE_SURROGATES = /\p{Surrogate}/gu;
