import * as vscode from 'vscode';
import { needsReview, type PlacedAnnotation } from '../../core/anchor';
import { conflictOf } from '../../core/conflicts';
import { REGISTRY_FILE } from '../../core/entities';
import { possibleSources } from '../../core/lists';
import { candidateSpans } from '../../core/review';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { quoted } from '../../core/text';
import type { Archives, TextInArchive } from '../archive/archives';
import { toSpan } from '../ui/convert';
import { annotationReference } from '../commands/links';
import { annotationsAt } from '../commands/annotation-target';
import { message } from '../ui/inert';

/** Offers fixes for annotations without a sure place, in the text and at the record, and for the problems of sidecars and merges. */
export function registerQuickFixes(archives: Archives): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { pattern: '**/*' },
    { provideCodeActions: (document, range, context) => fixesAt(archives, document, range, context.diagnostics) },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

async function fixesAt(
  archives: Archives,
  document: vscode.TextDocument,
  range: vscode.Range,
  diagnostics: readonly vscode.Diagnostic[],
): Promise<vscode.CodeAction[]> {
  const own = diagnostics.filter(({ source }) => source === 'postgloss');
  const ofText = await archives.read(document);
  if (ofText) {
    const touched = annotationsAt(ofText.text.annotations, toSpan(ofText.text.lines, range));
    // While a file is in conflict, its annotations cannot be changed: only the way to the conflict is offered.
    const disputed = touched.find(({ annotation }) => conflictOf(ofText.text.sidecar, annotation));
    if (disputed) {
      return [fix('Show conflict in Review', 'showReview', annotationReference(ofText, disputed.annotation), [], true)];
    }
    const here = ofText.text.sidecar.conflicts === null ? touched.filter(needsReview) : [];
    return here.flatMap((placed) =>
      placeFixes(
        ofText,
        placed,
        own.filter(({ code }) => code === 'changed'),
      ),
    );
  }
  const lost = own.filter(({ code }) => code === 'missing-source');
  if (lost.length > 0) return strayFixes(archives, document, lost);
  const unmerged = own.filter(({ code }) => code === 'no-merge-driver');
  if (unmerged.length > 0) return [fix('Set up git merging', 'setUpGitMerging', undefined, unmerged, true)];
  const conflict = own.filter(({ code }) => code === 'conflict-markers');
  if (conflict.length > 0) return conflictFixes(archives, document, conflict);
  const ofSidecar = await textOfSidecar(archives, document);
  return ofSidecar && own.length > 0 ? own.flatMap((diagnostic) => recordFixes(ofSidecar, document, diagnostic)) : [];
}

/** The text whose sidecar a document shows. Null where the document differs from the sidecar read: offsets would name other records. */
async function textOfSidecar(archives: Archives, document: vscode.TextDocument): Promise<TextInArchive | null> {
  const { uri } = document;
  const archive = uri.path.endsWith(SIDECAR_SUFFIX) ? archives.archiveOf(uri) : null;
  const path = archive?.pathOf(uri)?.slice(0, -SIDECAR_SUFFIX.length);
  const text = archive && path ? await archive.core.openText(path) : null;
  return archive && path && text?.sidecarText === document.getText() ? { archive, path, text } : null;
}

/** Fixes for a file that git could not merge. */
function conflictFixes(
  archives: Archives,
  { uri }: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const archive = archives.archiveOf(uri);
  if (!archive) return [];
  const named = { archive: archive.root.toString(), path: archive.pathOf(uri) };
  return [
    fix('Show conflicts in Review', 'showReview', undefined, diagnostics, true),
    fix('Merge record by record', 'mergeRecords', named, diagnostics, false),
  ];
}

/** Fixes for a sidecar without a text: it may belong to a text that was moved. */
function strayFixes(
  archives: Archives,
  { uri }: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const core = archives.archiveOf(uri)?.core;
  const path = archives.archiveOf(uri)?.pathOf(uri);
  const stray = core?.surroundings.strays.find((candidate) => candidate.path === path);
  if (!core || !stray) return [];
  const sidecar = uri.toString();
  const likely = possibleSources(core, stray).map((source, i) =>
    fix(`Move to ${quoted(source.path)}`, 'moveSidecar', { sidecar, to: source.path }, diagnostics, i === 0),
  );
  return [...likely, fix('Choose the text that it belongs to…', 'moveSidecar', { sidecar }, diagnostics, false)];
}

function recordFixes(
  found: TextInArchive,
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
): vscode.CodeAction[] {
  const at = document.offsetAt(diagnostic.range.start);
  const placed = found.text.annotations.find(({ annotation: { record } }) => record.start <= at && at <= record.end);
  if (!placed) return [];
  const { core, root } = found.archive;
  const archive = root.toString();
  switch (diagnostic.code) {
    case 'changed':
    case 'ambiguous':
    case 'orphan':
      return needsReview(placed) ? placeFixes(found, placed, [diagnostic]) : [];
    case 'duplicate-id':
      return [fix('Give this one a new id', 'renewAnnotationId', byIndex(found, placed), [diagnostic], true)];
    case 'unknown-tag': {
      const known = new Set(core.manifest.tags.map(({ id }) => id));
      const missing = [...new Set(placed.annotation.tags)].filter((id) => !known.has(id));
      const named = missing.filter((id) => diagnostic.message.includes(quoted(id)));
      return named.map((id) =>
        fix(`Add ${quoted(id)} to the codebook`, 'addTagToCodebook', { archive, id }, [diagnostic], true),
      );
    }
    case 'unknown-entity': {
      const ids = [placed.annotation.entity, placed.annotation.not];
      const missing = ids.filter((id): id is string => id !== null && !core.registry.byId.has(id));
      const named = missing.filter((id) => diagnostic.message.includes(quoted(id)));
      const fixes = named.map((id) =>
        fix(`Create entity ${quoted(id)}…`, 'createMissingEntity', { archive, id }, [diagnostic], true),
      );
      return core.registryText === null ? fixes : [...fixes, opening(found, diagnostic)];
    }
    case undefined:
    default:
      return [];
  }
}

/** Fixes for an annotation without a sure place. */
function placeFixes(
  found: TextInArchive,
  placed: PlacedAnnotation,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const { id } = placed.annotation;
  const twins = found.text.annotations.filter(({ annotation }) => annotation.id === id).length > 1;
  const reference = twins ? byIndex(found, placed) : annotationReference(found, placed.annotation);
  const places = candidateSpans(placed).length;
  const make = (title: string, command: string, preferred = false) =>
    fix(title, command, reference, diagnostics, preferred);
  return [
    ...(placed.anchor.span ? [make('Accept this place', 'acceptPlace', true)] : []),
    ...(places > (placed.anchor.span ? 1 : 0) ? [make('Choose place…', 'choosePlace')] : []),
    make('Keep as orphan', 'keepOrphan'),
    make('Delete annotation', 'deleteAnnotation'),
    make('Show in Review', 'showReview'),
  ];
}

function fix(
  title: string,
  command: string,
  argument: unknown,
  diagnostics: readonly vscode.Diagnostic[],
  preferred: boolean,
): vscode.CodeAction {
  const action = new vscode.CodeAction(message(title), vscode.CodeActionKind.QuickFix);
  action.command = { title: action.title, command: `postgloss.${command}`, arguments: [argument] };
  action.diagnostics = [...diagnostics];
  action.isPreferred = preferred;
  return action;
}

function opening({ archive }: TextInArchive, diagnostic: vscode.Diagnostic): vscode.CodeAction {
  const title = 'Open the registry';
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command: 'vscode.open', arguments: [archive.uriOf(REGISTRY_FILE)] };
  action.diagnostics = [diagnostic];
  return action;
}

/** Names an annotation by its index, because another annotation has the same id. */
function byIndex({ archive, path }: TextInArchive, { annotation }: PlacedAnnotation): unknown {
  return { archive: archive.root.toString(), path, annotation: annotation.index };
}
