import { version } from '../../../package.json';
import { ARCHIVE, type Case } from '../support/case';

/** A file whose name says everything that an address or a command has to escape. */
const NAME = 'archives/a b,c%:#ü.txt';
const SIDECAR = `postgloss: 1
annotations:
  - quote: 🚢 sails
    tags: ["[x](y) {0}\\n"]
  - quote: |-
      gone
      for good
    tags: [claim]
`;

const files = { ...ARCHIVE, [NAME]: 'The 🚢 sails.\n', [`${NAME}.gloss.yaml`]: SIDECAR };

function result(ruleId: string, ruleIndex: number, level: string, text: string, region: readonly number[]) {
  const [startLine, startColumn, endLine, endColumn] = region;
  const artifactLocation = { uri: 'archives/a%20b%2Cc%25%3A%23%C3%BC.txt.gloss.yaml', uriBaseId: '%SRCROOT%' };
  const physicalLocation = { artifactLocation, region: { startLine, startColumn, endLine, endColumn } };
  return { ruleId, ruleIndex, level, message: { text }, locations: [{ physicalLocation }] };
}

/** The forms in which `check` reports to services. */
export const REPORTS: readonly Case[] = [
  {
    name: 'reports as SARIF',
    files,
    argv: ['check', '--format', 'sarif'],
    code: 1,
    json: {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'Postgloss',
              semanticVersion: version,
              rules: [
                { id: 'orphan', shortDescription: { text: 'Orphan' } },
                { id: 'unknown-tag', shortDescription: { text: 'Unknown tag' } },
              ],
            },
          },
          columnKind: 'utf16CodeUnits',
          newlineSequences: ['\r\n', '\n', '\r'],
          results: [
            result(
              ...(['unknown-tag', 1, 'warning'] as const),
              'The tag “\\[x\\](y) {{0}} ” is not in the codebook. Add it to postgloss.yaml, or correct it.',
              [4, 11, 4, 27],
            ),
            result(
              ...(['orphan', 0, 'error'] as const),
              '“gone for good” is not in the text any more. Attach it to another passage, keep it as an orphan, or delete it.',
              [5, 12, 7, 15],
            ),
          ],
        },
      ],
    },
    stderr: '2 texts checked: 1 error, 1 warning.\n',
  },
  {
    name: 'reports as commands of a GitHub workflow',
    files,
    argv: ['check', '--format=github'],
    code: 1,
    stdout: [
      '::warning file=archives/a b%2Cc%25%3A#ü.txt.gloss.yaml,line=4,endLine=4,col=11,endColumn=27,title=unknown-tag' +
        '::The tag “[x](y) {0} ” is not in the codebook. Add it to postgloss.yaml, or correct it.',
      '::error file=archives/a b%2Cc%25%3A#ü.txt.gloss.yaml,line=5,endLine=7,title=orphan' +
        '::“gone for good” is not in the text any more. Attach it to another passage, keep it as an orphan, or delete it.',
      '',
    ].join('\n'),
    stderr: '2 texts checked: 1 error, 1 warning.\n',
  },
  {
    name: 'names files from the top of the archive, wherever it is called',
    files,
    cwd: 'archives',
    argv: ['check', '--format=github'],
    code: 1,
    stdout: /^::warning file=archives\//,
    stderr: /checked/,
  },
  {
    name: 'reports nothing as an empty log',
    files: ARCHIVE,
    argv: ['check', '--format=sarif'],
    stdout: /"rules": \[\][^]*"results": \[\]/,
    stderr: '1 text checked: no problems.\n',
  },
  { name: 'reports for people', files: ARCHIVE, argv: ['check', '--format=text'], stderr: /no problems/ },
  {
    name: 'knows no other report',
    files,
    argv: ['check', '--format', 'plain'],
    code: 2,
    stderr: 'postgloss: “plain” is no format. Use text, sarif, github.\n',
  },
  {
    name: 'reports in one form',
    files,
    argv: ['check', '--json', '--format=sarif'],
    code: 2,
    stderr: /either --json or/,
  },
  { name: 'tells the reports in its help', files: {}, argv: ['check', '-h'], stdout: /--format text\|sarif\|github/ },
];
