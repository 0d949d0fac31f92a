import type { OpenArchive } from '../archive/open-archive';
import type { ArchiveText } from '../archive/archive-text';
import type { PlacedAnnotation } from '../anchor/placed-annotation';
import { trimSpan, refusePlace } from '../decide/annotate';
import { fromWritten, type Decision, type FileEdit } from '../decision';
import { MANIFEST_FILE } from '../entities/archive-rules';
import { addTags } from '../entities/write-codebook';
import type { Result } from '../result';
import type { Annotation } from '../sidecar/annotation';
import { fold } from '../text/comparable';
import { quoted } from '../text/visible';
import { ImportedTags } from './imported-tags';
import type { Loss, Reading } from './model';
import { placeDocument, type PlacedSpan } from './place';
import { statementOf, whatChanges } from './statement';
import { Stored } from './stored';
import { Targets } from './targets';
import { writeSidecars, type Planned } from './write-sidecars';

/** What an import does with one annotation. */
export interface ImportRow {
  /** `unplaced`: it is kept with its quote for the Review view, where its text is known. `skipped`: it is left out. */
  readonly action: 'new' | 'same' | 'changed' | 'unplaced' | 'skipped';
  readonly id: string | null;
  /** The path of the text; null where it is not known. */
  readonly file: string | null;
  readonly post: string | null;
  readonly message: string;
}

/** A planned import: what becomes of each annotation, and the edits that make it so. */
export interface AnnotationImport {
  readonly rows: readonly ImportRow[];
  readonly edits: readonly FileEdit[];
  /** The tags that are added to the codebook. */
  readonly tags: readonly string[];
  readonly skipped: readonly Loss[];
}

/**
 * Plans the import of annotations. Of an annotation that the archive has, by its id or by its place and tags, only what the file says
 * otherwise is changed: what the file leaves open stays, and so does who made it. Nothing is ever removed. What has no certain place is
 * never guessed. Computed mentions are not stored, unless somebody has said that they mean another entity.
 *
 * Refuses where a file of the archive cannot be written.
 */
export function planAnnotations(archive: OpenArchive, reading: Reading): Result<{ readonly plan: AnnotationImport }> {
  const targets = new Targets(archive.texts);
  const stored = new Stored(archive);
  const tags = new ImportedTags(archive);
  const rows: ImportRow[] = [];
  const planned: Planned[] = [];
  for (const document of reading.documents) {
    for (const placed of placeDocument(archive.texts, targets, document)) {
      const { row, plan } = decide(stored, tags, placed);
      if (row) rows.push(row);
      if (plan) planned.push(plan);
    }
  }
  const added = tags.newOnes(reading.tags);
  const codebook =
    added.length === 0 ? NOTHING : fromWritten(MANIFEST_FILE, archive.manifestText, addTags(archive.manifest, added));
  if (!codebook.ok) return codebook;
  const sidecars = writeSidecars(planned);
  if (!sidecars.ok) return sidecars;
  const edits = [...codebook.edits, ...sidecars.edits];
  return { ok: true, plan: { rows, edits, tags: added.map(({ id }) => id), skipped: reading.skipped } };
}

const NOTHING: Decision = { ok: true, edits: [] };

interface Decided {
  /** Null where nothing is to be told: of a computed mention that is as it was. */
  readonly row: ImportRow | null;
  readonly plan: Planned | null;
}

function decide(stored: Stored, tags: ImportedTags, { span, text, at, why }: PlacedSpan): Decided {
  const row = (action: ImportRow['action'], id: string | null, message: string): ImportRow => {
    const post = (text && at && text.postAt(at.start)?.id) ?? span.post?.id ?? null;
    return { action, id, file: text?.path ?? null, post, message };
  };
  const skip = (message: string): Decided => ({ row: row('skipped', span.id, message), plan: null });
  const statement = statementOf(span, tags);
  if (span.computed) return decideMention(stored, { span, text, at, why }, row);
  const place = text && at ? trimSpan(text.text, at) : null;
  const known = span.id === null ? null : stored.byId(span.id, text);
  if (known) {
    const moved = place && known.text === text && hasMoved(known.placed, known.text, place) ? place : null;
    const change = whatChanges(known.placed.annotation, statement);
    const lost = !place && why !== null && fold(span.quote) !== fold(known.placed.annotation.quote);
    const said = [...Object.keys(change), ...(moved ? ['place'] : [])];
    const plan = said.length > 0 ? { kind: 'change' as const, ...known, change, place: moved } : null;
    if (lost) return { row: row('unplaced', span.id, why), plan };
    const message =
      said.length > 0 ? `Its ${said.join(', ')} ${said.length === 1 ? 'is' : 'are'} another.` : (why ?? '');
    return { row: row(plan ? 'changed' : 'same', span.id, plan ? message : ''), plan };
  }
  if (!statement.says) return skip('It says nothing: it has no tag, note or entity.');
  if (!text)
    return { row: row('unplaced', span.id, `${why ?? ''} ${quoted(span.quote)} was not imported.`.trim()), plan: null };
  if (!place) {
    if (span.quote === '') return skip(why ?? 'It has no quote.');
    const again = stored.withoutPlace(text, span.quote, statement);
    if (again) return { row: row('unplaced', again.id, why ?? ''), plan: null };
    const id = stored.newId(span, text, span.quote);
    return { row: row('unplaced', id, why ?? ''), plan: { kind: 'keep', text, span, id, statement } };
  }
  const refused = refusePlace(text, place);
  if (refused !== null)
    return skip(refused.replace('Nothing is selected. Select the passage first.', 'Its passage is empty.'));
  const left = span.id === null ? stored.whatIsNew(text, place, statement) : statement;
  if (!left) return { row: row('same', null, ''), plan: null };
  const id = stored.newId(span, text, `${place.start}-${place.end}`);
  return { row: row('new', id, why ?? ''), plan: { kind: 'add', text, place, id, statement: left } };
}

/** Whether a record that has a certain place is said to stand elsewhere. */
function hasMoved({ anchor }: PlacedAnnotation, text: ArchiveText, place: { start: number; end: number }): boolean {
  if (anchor.state !== 'exact' || !anchor.span) return false;
  const { start, end } = trimSpan(text.text, anchor.span);
  return start !== place.start || end !== place.end;
}

/** A computed mention becomes a decision where the file says that it means another entity. */
function decideMention(
  stored: Stored,
  { span, text, at }: PlacedSpan,
  row: (action: ImportRow['action'], id: string | null, message: string) => ImportRow,
): Decided {
  const { entity } = span;
  if (!text || !at || entity === null) return { row: null, plan: null };
  const mention = stored.mentionAt(text, at);
  if (!mention || mention.entity.id === entity || !text.lexicon.registry.byId.has(entity))
    return { row: null, plan: null };
  const id = stored.newId(span, text, `${at.start}-${at.end}`);
  const statement = { says: true, fields: { entity } satisfies Partial<Annotation> };
  return {
    row: row('new', id, `The mention is ${quoted(entity)}.`),
    plan: { kind: 'add', text, place: at, id, statement },
  };
}
