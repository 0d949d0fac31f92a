import { writeInline, writeScalar } from '../../src/core/yaml/scalars';
import { isList, isMap, type MergeFields, type MergeFile, type Value } from '../../src/core/merge/model';
import type { Shape } from '../../src/core/merge/shape';

/** How people lay out files; the same number gives the same layout, so that both sides of a fork have what they did not touch alike. */
export interface Layout {
  readonly dash: number;
  /** Where comments and unusual styles stand: 0 for none. */
  readonly seed: number;
  readonly eol: '\n' | '\r\n';
}

/** Writes a file as people and the tool might have written it. */
export function writeFile({ top, records }: MergeFile, shape: Shape, layout: Layout): string {
  const { dash, seed } = layout;
  const lines: string[] = seed % 3 === 1 ? ['# a file'] : [];
  for (const [key, value] of top) lines.push(...fieldLines(key, value, 0, seed, shape));
  if (records.length === 0) lines.push(`${shape.listKey}:${seed % 2 === 0 ? ' []' : ''}`);
  else lines.push(`${shape.listKey}:${seed % 5 === 1 ? ' # all' : ''}`);
  for (const record of records) lines.push(...recordLines(record, dash, seed, shape));
  if (seed % 4 === 1) lines.push('# the end');
  return lines.length === 0 ? '' : lines.join(layout.eol) + layout.eol;
}

function recordLines(record: MergeFields, dash: number, seed: number, shape: Shape): string[] {
  const mark = seed === 0 ? 0 : hash(`${seed} ${said(record.get('id') ?? record.get('quote'))}`);
  const lines = [...record].flatMap(([key, value], i) => [
    ...(i > 0 && mark % 11 === i ? [`${' '.repeat(dash + 2)}# above ${key}`] : []),
    ...fieldLines(key, value, dash + 2, mark % 7 === i ? mark : 0, shape),
  ]);
  const [first = '', ...rest] = lines;
  const lead = mark % 5 === 1 ? [`${' '.repeat(dash)}# about ${mark % 100}`] : mark % 5 === 2 ? [''] : [];
  return [...lead, `${' '.repeat(dash)}- ${first.trimStart()}`, ...rest];
}

function fieldLines(key: string, value: Value, column: number, mark: number, shape: Shape): string[] {
  const space = ' '.repeat(column);
  const comment = mark % 4 === 1 ? ' # why' : '';
  if (typeof value === 'string') {
    if (value.includes('\n')) return `${space}${key}: ${writeScalar(value, column + 2, '\n')}`.split('\n');
    return [`${space}${key}: ${mark % 3 === 1 ? `'${value.replaceAll("'", "''")}'` : writeInline(value)}${comment}`];
  }
  if (value === null) return [`${space}${key}:`];
  if (isList(value) && value.every((item) => typeof item === 'string')) {
    if (mark % 5 === 1 && shape.parts.has(key))
      return [`${space}${key}: [${value.map((item) => JSON.stringify(item)).join(', ')}]`];
    return [`${space}${key}:${comment}`, ...value.map((item) => `${space}  - ${writeInline(item)}${comment}`)];
  }
  if (isMap(value))
    return [
      `${space}${key}:`,
      ...[...value].flatMap(([name, part]) => fieldLines(name, part, column + 2, mark, shape)),
    ];
  return [
    `${space}${key}:`,
    ...value.flatMap((item) => {
      if (!isMap(item)) return [`${space}  - ${writeInline(said(item))}`];
      const [first = '', ...rest] = [...item].flatMap(([name, part]) => fieldLines(name, part, column + 4, 0, shape));
      return [`${space}  - ${first.trimStart()}`, ...rest];
    }),
  ];
}

function said(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}

function hash(text: string): number {
  let sum = 7;
  for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) >>> 0;
  return sum;
}
