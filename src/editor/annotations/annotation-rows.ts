import type { AnchorState } from '../../core/anchor';
import { conflictOf } from '../../core/conflicts';
import { annotationsByTag, longDate, ownerOf, postLabel, type AnnotationEntry, type TagGroup } from '../../core/lists';
import { shortened, visible } from '../../core/text';
import type { Archive } from '../archive/archive';
import { colorOf } from '../ui/tag-color';
import type { Row } from '../rows/rows';
import { joined, many, visibleLines } from '../ui/words';

/** The words for a place that is not sure. */
const DOUBTS: Record<AnchorState, string | null> = {
  exact: null,
  changed: 'changed',
  ambiguous: 'ambiguous',
  orphan: 'not found in the text',
};

const EXPLAINED: Record<AnchorState, string | null> = {
  exact: null,
  changed: 'The passage stands in other surroundings than when it was annotated. Look whether it is the same.',
  ambiguous: 'It is not certain where the passage stands now. Choose its place, or attach it to another one.',
  orphan: 'The passage is not in the text any more.',
};

/** How many code units of a quote and of a note a row shows, so that the text after them has room; the tooltip has the rest. */
const QUOTE = 44;
const DOUBTFUL_QUOTE = 24;
const NOTE = 60;

/** Tag → kinds of it → annotation, for the whole archive; above them the archive, where there are several. */
export function tagRows(archives: readonly Archive[]): Row[] {
  if (archives.length < 2) return archives.flatMap(rowsByTag);
  return archives.flatMap((archive) => {
    const rows = rowsByTag(archive);
    if (rows.length === 0) return [];
    const name = visible(archive.name);
    const row: Row = {
      id: archive.root.toString(),
      node: { kind: 'branch' },
      label: name,
      spoken: `Archive ${name}`,
      icon: 'library',
      unfolded: true,
      tooltip: () => visible(archive.root.fsPath),
      children: () => rows,
    };
    return [row];
  });
}

/** The rows of annotations of one text. */
export function annotationRows(archive: Archive, entries: readonly AnnotationEntry[], above: string): Row[] {
  return entries.map((entry) => annotationRow(archive, entry, above));
}

function rowsByTag(archive: Archive): Row[] {
  return annotationsByTag(archive.core).map((group) => tagRow(archive, group));
}

function tagRow(archive: Archive, group: TagGroup): Row {
  const id = `${archive.root.toString()}\ntag\n${group.id ?? ''}`;
  const { tags } = archive.core.manifest;
  const label = group.id === null ? 'Without a tag' : visible(group.name);
  const unknown = group.known ? null : 'not in the codebook';
  const about = tags.find((tag) => tag.id === group.id)?.description ?? null;
  return {
    id,
    node: group.id === null ? { kind: 'branch' } : { kind: 'tag', archive, tag: group.id },
    menu: group.id === null ? undefined : 'tag',
    label,
    description: joined([String(group.count), unknown]),
    spoken: joined(
      [group.id === null ? label : `Tag ${visible(group.id)}`, many(group.count, 'annotation'), unknown],
      ', ',
    ),
    icon: group.id === null ? 'dash' : 'tag',
    color: group.id === null ? undefined : `postgloss.tag.${colorOf(tags, [group.id])}.border`,
    unfolded: group.count <= 30,
    tooltip: () => joined([group.id && visible(group.id), about && visibleLines(about), unknown], '\n'),
    children: () => [
      ...group.kinds.map((kind) => tagRow(archive, kind)),
      ...annotationRows(archive, group.annotations, id),
    ],
  };
}

/** @param above the id of the row above: an annotation with two tags stands under both */
function annotationRow(archive: Archive, { path, annotation, anchor }: AnnotationEntry, above: string): Row {
  const { id, index, quote, tags, note } = annotation;
  const { span, state } = anchor;
  const name = (entity: string) => visible(archive.core.registry.byId.get(entity)?.name ?? entity);
  const kept = annotation.orphan !== null && state === 'orphan';
  const sidecar = archive.core.text(path)?.sidecar;
  const inConflict = sidecar !== undefined && conflictOf(sidecar, annotation) !== null;
  const doubt = inConflict ? 'in conflict' : kept ? 'kept without a place' : DOUBTS[state];
  const label = shortened(quote, doubt === null ? QUOTE : DOUBTFUL_QUOTE) || 'Empty quote';
  const said = joined([
    doubt,
    tags.map(visible).join(', '),
    annotation.entity === null ? null : `= ${name(annotation.entity)}`,
    annotation.not === null ? null : `not ${name(annotation.not)}`,
    note === null ? null : shortened(note, NOTE),
  ]);
  const spoken = joined(
    [
      label,
      doubt,
      tags.length > 0 ? `tagged ${tags.map(visible).join(', ')}` : null,
      annotation.entity === null ? null : `means ${name(annotation.entity)}`,
      annotation.not === null ? null : `does not mean ${name(annotation.not)}`,
      note === null ? null : `note: ${shortened(note, NOTE)}`,
    ],
    ', ',
  );
  return {
    id: `${above}\nannotation\n${path}\n${id ?? `#${index}`}`,
    node: { kind: 'annotation', archive, path, id, index },
    label,
    description: said,
    spoken,
    ...look(archive, annotation, state, inConflict),
    menu: 'annotation',
    // Without a sure place a click opens the record, which tells more than any of the possible places.
    opens: span ? { archive: archive.root.toString(), path, ...span } : 'record',
    tooltip: () => tooltip(archive, { path, annotation, anchor }, inConflict),
  };
}

function look(
  archive: Archive,
  annotation: AnnotationEntry['annotation'],
  state: AnchorState,
  inConflict: boolean,
): Pick<Row, 'icon' | 'color'> {
  if (inConflict) return { icon: 'git-compare', color: 'list.warningForeground' };
  if (state === 'orphan' && annotation.orphan !== null) return { icon: 'archive' };
  if (state !== 'exact') return { icon: 'warning', color: 'list.warningForeground' };
  const { tags, entity, not } = annotation;
  const icon = not !== null ? 'circle-slash' : entity !== null ? 'link' : tags.length > 0 ? 'tag' : 'note';
  return { icon, color: `postgloss.tag.${colorOf(archive.core.manifest.tags, tags)}.border` };
}

function tooltip(archive: Archive, entry: AnnotationEntry, inConflict: boolean): string {
  const { path, annotation, anchor } = entry;
  const text = archive.core.text(path);
  const post = text && ownerOf(text, entry);
  const at = text && anchor.span ? `${visible(path)}, line ${text.lines.lineAt(anchor.span.start) + 1}` : visible(path);
  const signed = joined(
    [annotation.by && visible(annotation.by), annotation.on && longDate(visible(annotation.on))],
    ', ',
  );
  return joined(
    [
      `“${shortened(annotation.quote, 400)}”`,
      inConflict ? 'Two sides of a merge contradict each other here. Decide about it in Review.' : null,
      EXPLAINED[anchor.state],
      annotation.note && visibleLines(annotation.note.slice(0, 2000)),
      post && visible(postLabel({ path, post })),
      at,
      signed,
    ],
    '\n',
  );
}
