import { describePlaces, type Selector } from '../anchor/selector';
import type { ArchiveText } from '../archive/archive-text';
import { decideAll, type BulkPart } from '../bulk/part';
import { fromWritten, refuse, type Decision } from '../decision';
import { BLANK, type Annotation } from '../sidecar/annotation';
import { lowerBound } from '../sorted';
import { parseCopy } from '../sidecar/copy';
import { readSidecar, SIDECAR_SUFFIX } from '../sidecar/read-sidecar';
import { addAnnotations, changeAnnotations, type NewAnnotation } from '../sidecar/write-sidecar';
import type { Span } from '../text/span';
import type { ExchangeSpan } from './model';
import type { ImportedStatement } from './statement';
import type { StoredRecord } from './stored';

/** What an import does to a sidecar. */
export type Planned =
  | {
      readonly kind: 'add';
      readonly text: ArchiveText;
      readonly place: Span;
      readonly id: string;
      readonly statement: ImportedStatement;
    }
  /** Keeps an annotation without a certain place, for a person to look at. */
  | {
      readonly kind: 'keep';
      readonly text: ArchiveText;
      readonly span: ExchangeSpan;
      readonly id: string;
      readonly statement: ImportedStatement;
    }
  | ({ readonly kind: 'change'; readonly change: Partial<Annotation>; readonly place: Span | null } & StoredRecord);

/** The edits of all sidecars; refused if one of them cannot be written. */
export function writeSidecars(planned: readonly Planned[]): Decision {
  const byText = new Map<ArchiveText, Planned[]>();
  for (const one of planned) {
    const list = byText.get(one.text);
    if (list) list.push(one);
    else byText.set(one.text, [one]);
  }
  const parts = [...byText].map(([text, own]): BulkPart => {
    return { path: text.path + SIDECAR_SUFFIX, decide: () => writeSidecar(text, own) };
  });
  return decideAll(parts);
}

function writeSidecar(text: ArchiveText, planned: readonly Planned[]): Decision {
  const path = text.path + SIDECAR_SUFFIX;
  const selectors = selectorsOf(text, planned);
  const changes = planned.flatMap((one) => {
    if (one.kind !== 'change') return [];
    return [{ stored: one.placed.annotation, change: { ...selectors.get(one), ...one.change } }];
  });
  const changed = changeAnnotations(text.sidecar, changes);
  if (!changed.ok) return refuse(path, changed.why);
  // Records stand in the order of their places. One that has none is put behind all.
  const starts = lastStarts(text);
  const additions = planned.flatMap((one): { start: number; annotation: Annotation }[] => {
    if (one.kind === 'add') {
      const annotation = { ...BLANK, ...selectors.get(one), ...one.statement.fields, id: one.id };
      return [{ start: one.place.start, annotation }];
    }
    if (one.kind === 'keep') return [{ start: Infinity, annotation: keptOf(one.span, one.id, one.statement) }];
    return [];
  });
  additions.sort((a, b) => (a.start === b.start ? 0 : a.start - b.start));
  const placed = additions.map(({ start, annotation }): NewAnnotation => {
    return { annotation, index: lowerBound(starts, start + 1) };
  });
  placed.sort((a, b) => a.index - b.index);
  if (placed.length === 0) return fromWritten(path, text.sidecarText, changed);
  return fromWritten(path, text.sidecarText, addAnnotations(readSidecar(changed.text, text.sidecar), placed));
}

function selectorsOf(text: ArchiveText, planned: readonly Planned[]): ReadonlyMap<Planned, Selector> {
  const placed = planned.flatMap((one) => (one.kind !== 'keep' && one.place ? [{ one, place: one.place }] : []));
  const selectors = describePlaces(
    text.text,
    placed.map(({ place }) => place),
    text.posts,
    text.whole,
  );
  return new Map(placed.flatMap(({ one }, i) => (selectors[i] ? [[one, selectors[i]] as const] : [])));
}

function keptOf(span: ExchangeSpan, id: string, { fields }: ImportedStatement): Annotation {
  const { quote, before, after } = span;
  const copy = span.copy === null ? null : parseCopy(span.copy);
  return { ...BLANK, post: span.post?.id ?? null, quote, before, after, copy, ...fields, id };
}

/** For each record the last start among it and those before it: records may be out of order, and some have no place. */
function lastStarts(text: ArchiveText): number[] {
  let last = -1;
  return text.annotations.map(({ anchor }) => (last = Math.max(last, anchor.span?.start ?? -1)));
}
