import * as vscode from 'vscode';
import { readingUnits, type Span } from '../../core/text';
import type { Archives, TextInArchive } from '../archive/archives';
import { readableAt } from '../commands/passage';
import { toOffset, toRange } from '../ui/convert';

/** Lets VS Code grow a selection by what people read: word, sentence, paragraph, post. */
export function registerSelectionRanges(archives: Archives): vscode.Disposable {
  return vscode.languages.registerSelectionRangeProvider(
    { pattern: '**/*' },
    {
      async provideSelectionRanges(document, positions) {
        const found = await archives.read(document);
        return found ? positions.map((position) => rangesAt(found, position)) : [];
      },
    },
  );
}

function rangesAt({ text }: TextInArchive, position: vscode.Position): vscode.SelectionRange {
  const offset = toOffset(text.lines, position);
  const here = { start: offset, end: offset };
  const readable = readableAt(text, offset);
  const units: Span[] = [...readingUnits(readable, here), readable.within, { start: 0, end: text.text.length }];
  let last = here;
  const grown = units.filter((unit) => {
    const larger = unit.start <= last.start && last.end <= unit.end && unit.end - unit.start > last.end - last.start;
    if (larger) last = unit;
    return larger;
  });
  const range = grown.reduceRight<vscode.SelectionRange | undefined>(
    (parent, unit) => new vscode.SelectionRange(toRange(text.lines, unit), parent),
    undefined,
  );
  return range ?? new vscode.SelectionRange(new vscode.Range(position, position));
}
