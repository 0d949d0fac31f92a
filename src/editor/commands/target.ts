import * as vscode from 'vscode';
import type { PlacedAnnotation } from '../../core/anchor';
import type { ArchiveText } from '../../core/archive';
import { mentionAt, mentionsIn } from '../../core/lists';
import type { Mention } from '../../core/mentions';
import { SIDECAR_SUFFIX, type StoredAnnotation } from '../../core/sidecar';
import { byPlace, overlaps, type Span } from '../../core/text';
import type { Archive } from '../archive/archive';
import type { Archives, TextInArchive } from '../archive/archives';
import { toOffset, toSpan } from '../ui/convert';
import { activeText } from '../archive/say';
import type { AnnotationNode, EntityNode, MentionNode } from '../rows/nodes';
import { iconless } from '../ui/words';
import { whichEntity } from './which-entity';

// What a command is to act on: an item of a view, a link in a hover card, or whatever the cursor is at. Links carry ids and numbers
// only, and are looked up again: a card may be older than the text, and a link may come from anywhere.

/** What a link in a card carries. */
export interface Link {
  readonly archive: string;
  readonly path: string;
  readonly start?: number;
  readonly entity?: string;
  readonly annotation?: string | number;
  /** The id of the entity that a name is to mean. */
  readonly means?: string;
  /** The key of a conflict; the path is then that of the sidecar. */
  readonly conflict?: string;
  readonly tag?: string;
}

/**
 * An address that runs a command on a mention.
 *
 * @param means the id of the entity that the mention is to mean
 */
export function mentionLink(
  command: string,
  { archive, path }: TextInArchive,
  mention: Mention,
  means?: string,
): string {
  return commandLink(command, {
    archive: archive.root.toString(),
    path,
    start: mention.span.start,
    entity: mention.entity.id,
    ...(means === undefined ? {} : { means }),
  });
}

/** An address that runs a command on an annotation: by its id, or by its index where it has none. */
export function annotationLink(
  command: string,
  { archive, path }: TextInArchive,
  annotation: StoredAnnotation,
): string {
  return commandLink(command, annotationReference({ archive, path }, annotation));
}

/** What names an annotation in a link or an action. */
export function annotationReference(
  { archive, path }: Pick<TextInArchive, 'archive' | 'path'>,
  { id, index }: StoredAnnotation,
): Link {
  return { archive: archive.root.toString(), path, annotation: id ?? index };
}

/** An address that runs a command on the conflict that an annotation is in. */
export function conflictLink(command: string, { archive, path }: TextInArchive, conflict: string): string {
  return commandLink(command, { archive: archive.root.toString(), path: path + SIDECAR_SUFFIX, conflict });
}

/** An address that shows the history of a record, which is named by its id: an annotation, an entity, or a tag. */
export function historyLink(
  archive: Archive,
  named: Pick<Link, 'path'> & Pick<Link, 'annotation' | 'entity' | 'tag'>,
): string {
  const command = named.tag !== undefined ? 'Tag' : named.entity !== undefined ? 'Entity' : 'Annotation';
  return commandLink(`show${command}History`, { archive: archive.root.toString(), ...named });
}

function commandLink(command: string, link: Link): string {
  // Parentheses would end the link early, and are left alone by `encodeURIComponent`.
  const encoded = encodeURIComponent(JSON.stringify([link])).replace(/[()]/g, (unit) => (unit === '(' ? '%28' : '%29'));
  return `command:postgloss.${command}?${encoded}`;
}

/** A mention to act on, with the text that it is in. */
export interface MentionTarget extends TextInArchive {
  readonly mention: Mention;
}

/** The mention that a command means; tells the person when there is none. */
export async function mentionTarget(archives: Archives, argument: unknown): Promise<MentionTarget | null> {
  if (isNode<MentionNode>(argument, 'mention')) {
    const found = await textAt(archives, argument.archive, argument.path);
    const mention =
      found && mentionsIn(found.text, argument.entityId).find(({ span }) => span.start === argument.span.start);
    return found && mention ? { ...found, mention } : say('This mention is no longer there.');
  }
  const link = asLink(argument);
  if (link?.entity !== undefined) {
    const found = await textAt(archives, archiveNamed(archives, link.archive), link.path);
    const mentions = found ? mentionsIn(found.text, link.entity) : [];
    const mention = mentions.find(({ span }) => span.start === link.start) ?? mentions[0];
    return found && mention ? { ...found, mention } : say('This mention is no longer there.');
  }
  const active = await activeText(archives);
  if (!active) return null;
  const mention = mentionAt(active.text, toOffset(active.text.lines, active.editor.selection.active));
  return mention ? { ...active, mention } : say('There is no mention of a known entity at the cursor.');
}

/** The entity that a command means, from a view, a card, or the mention at the cursor. */
export async function entityTarget(
  archives: Archives,
  argument: unknown,
): Promise<{ archive: Archive; entity: string } | null> {
  if (isNode<EntityNode>(argument, 'entity')) return { archive: argument.archive, entity: argument.entityId };
  const link = asLink(argument);
  const archive = link && archiveNamed(archives, link.archive);
  if (archive && link.entity !== undefined) return { archive, entity: link.entity };
  // Under an entity in the view, the row of a mention speaks of that entity.
  if (isNode<MentionNode>(argument, 'mention')) return { archive: argument.archive, entity: argument.entityId };
  const target = await mentionTarget(archives, argument);
  const entity = target && (await whichEntity(target.mention));
  return entity && { archive: target.archive, entity: entity.id };
}

/** An annotation to act on, with the text that it is in. */
export interface AnnotationTarget extends TextInArchive {
  readonly placed: PlacedAnnotation;
}

/**
 * The annotation that a command means: the one of an item or a link, else the one at the cursor or in the selection. Of several the
 * person chooses. Answers null after telling why there is none, or when the person turned away.
 */
export async function annotationTarget(archives: Archives, argument: unknown): Promise<AnnotationTarget | null> {
  const named = await namedAnnotation(archives, argument);
  if (named !== undefined) return named ?? say('This annotation is no longer there.');
  const active = await activeText(archives);
  if (!active) return null;
  const here = toSpan(active.text.lines, active.editor.selection);
  const placed = annotationsAt(active.text.annotations, here);
  if (placed.length <= 1) {
    return placed[0] ? { ...active, placed: placed[0] } : say('There is no annotation at the cursor.');
  }
  const items = placed.map((candidate) => ({ ...describeAnnotation(candidate.annotation), candidate }));
  const choice = await vscode.window.showQuickPick(items, { title: 'Which annotation?', matchOnDescription: true });
  return choice ? { ...active, placed: choice.candidate } : null;
}

/** An annotation as the sidecar has it now: the one where it was, if that has its id, else the one of its id. */
export function again(text: ArchiveText, { id, index }: StoredAnnotation): StoredAnnotation | undefined {
  const there = text.annotations[index]?.annotation;
  // Two may have one id; where it stands tells them apart.
  if (id === null || there?.id === id) return there;
  return text.annotations.find(({ annotation }) => annotation.id === id)?.annotation;
}

/** The annotations that a span touches, in the order of the text. */
export function annotationsAt(annotations: readonly PlacedAnnotation[], here: Span): PlacedAnnotation[] {
  return annotations
    .filter(
      ({ anchor: { span } }) => span && (overlaps(span, here) || (span.start <= here.start && here.start <= span.end)),
    )
    .sort((a, b) => byPlace(a.anchor.span ?? here, b.anchor.span ?? here));
}

/** An annotation as an item of a list. */
export function describeAnnotation(annotation: StoredAnnotation): { label: string; description: string } {
  const quote = iconless(annotation.quote);
  return {
    label: quote.length > 70 ? `${quote.slice(0, 69)}…` : quote,
    description: iconless(
      [annotation.tags.join(', '), annotation.note ?? ''].filter((part) => part !== '').join(' · '),
    ),
  };
}

/** Undefined where the argument names no annotation, null where it names one that is gone. */
async function namedAnnotation(archives: Archives, argument: unknown): Promise<AnnotationTarget | null | undefined> {
  const node = isNode<AnnotationNode>(argument, 'annotation') ? argument : null;
  const link = asLink(argument);
  const id = node ? (node.id ?? node.index) : link?.annotation;
  const path = node?.path ?? link?.path;
  if (id === undefined || path === undefined) return undefined;
  const found = await textAt(archives, node?.archive ?? archiveNamed(archives, link?.archive ?? ''), path);
  const placed = found?.text.annotations.find(
    ({ annotation }) => (typeof id === 'number' ? annotation.index : annotation.id) === id,
  );
  return found && placed ? { ...found, placed } : null;
}

async function textAt(archives: Archives, archive: Archive | null, path: string): Promise<TextInArchive | null> {
  const text = archive && archives.all.includes(archive) ? await archive.core.openText(path) : null;
  return archive && text ? { archive, path, text } : null;
}

function archiveNamed(archives: Archives, root: string): Archive | null {
  return archives.all.find((archive) => archive.root.toString() === root) ?? null;
}

function asLink(argument: unknown): Link | null {
  if (typeof argument !== 'object' || argument === null || 'kind' in argument) return null;
  const { archive, path, start, entity, annotation } = argument as Partial<Record<keyof Link, unknown>>;
  if (typeof archive !== 'string' || typeof path !== 'string') return null;
  return {
    archive,
    path,
    ...(typeof start === 'number' ? { start } : {}),
    ...(typeof entity === 'string' ? { entity } : {}),
    ...(typeof annotation === 'string' || typeof annotation === 'number' ? { annotation } : {}),
  };
}

function isNode<T extends { readonly kind: string }>(argument: unknown, kind: T['kind']): argument is T {
  return typeof argument === 'object' && argument !== null && 'kind' in argument && argument.kind === kind;
}

function say(message: string): null {
  void vscode.window.showInformationMessage(message);
  return null;
}
