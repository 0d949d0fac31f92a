import type { AnchorState, PlacedAnnotation } from '../../core/anchor';
import type { ArchiveText } from '../../core/archive';
import { NO_LEXICON } from '../../core/mentions';
import { command } from '../call/command';
import { findFiles } from '../files/given-files';
import { createPrinter } from '../output/printer';
import { shownPlace } from '../output/place';
import { eachText } from '../files/texts';

/** A row of `postgloss anchors --json`. */
interface Row {
  readonly file: string;
  /** Null for a record that was written by hand and has no id yet. */
  readonly id: string | null;
  readonly state: AnchorState;
  /** Null where no place is certain enough. */
  readonly start: number | null;
  readonly end: number | null;
  /** From 0 to 1. */
  readonly score: number;
  /** The places to choose from, best first. */
  readonly candidates: readonly { readonly start: number; readonly end: number; readonly score: number }[];
}

/** Lists where the annotations of each text's sidecar are now. */
export const anchors = command({
  name: 'anchors',
  parameters: 'FILE…',
  summary: 'List where the annotations of the texts are now',
  fields: 'file id state start end score candidates'.split(' '),
  flags: ['format'],
  async run(call) {
    const files = await findFiles(call.paths, call.io.cwd);
    const printer = createPrinter<Row>(call);
    const code = await eachText(call, files, { lexicon: () => NO_LEXICON, sidecars: true }, (text, { shown }) => {
      const rows = text.annotations.map((placed) => rowOf(shown, placed));
      printer.print(rows, (row, i) => cells(row, text, text.annotations[i]));
    });
    printer.end();
    return code;
  },
});

function rowOf(file: string, { annotation, anchor }: PlacedAnnotation): Row {
  const { state, span, score } = anchor;
  const candidates = anchor.candidates.map((candidate) => ({ ...candidate.span, score: candidate.score }));
  return { file, id: annotation.id, state, start: span?.start ?? null, end: span?.end ?? null, score, candidates };
}

function cells(row: Row, text: ArchiveText, placed: PlacedAnnotation | undefined): string[] {
  const place = row.start === null ? row.file : shownPlace(row.file, text.lines, row.start);
  return [place, row.state, row.id ?? '(no id)', placed?.annotation.quote ?? ''];
}
