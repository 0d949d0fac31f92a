import * as vscode from 'vscode';
import { entityAtRecord, REGISTRY_FILE, type Entity } from '../../core/entities';
import { changeIdentity, countSpellings, type IdentityChange } from '../../core/identities';
import { mentionAt } from '../../core/lists';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { quoted } from '../../core/text';
import type { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';
import { toOffset, toRange } from '../ui/convert';
import { awaitChange } from '../entities/await-change';
import { toWorkspaceEdit } from '../entities/workspace-edit';
import { valueAt } from './yaml-value';
import { message } from '../ui/inert';

/** The name or id of an entity, at a place where it can be renamed. */
interface Renamable {
  readonly archive: Archive;
  readonly entity: Entity;
  /** The place of the name or id in the document. */
  readonly range: vscode.Range;
  readonly field: 'name' | 'id';
}

/**
 * Rename Symbol (F2): on a mention or on a record’s name gives the entity another name, on an id another id, which all annotations
 * follow. The texts stay as they are, so the old name is kept as an alias where they have it.
 *
 * The provider is registered for the files of archives only: elsewhere it could keep another extension’s rename from answering.
 */
export function registerRename(archives: Archives): vscode.Disposable {
  let registered: { readonly key: string; readonly listener: vscode.Disposable } | null = null;
  const register = () => {
    const patterns = archives.all.flatMap((archive) => {
      const globs = [
        REGISTRY_FILE,
        `**/*${SIDECAR_SUFFIX}`,
        ...archive.core.manifest.archives.map(({ files }) => files),
      ];
      return globs.map((glob) => ({ pattern: new vscode.RelativePattern(archive.root, glob) }));
    });
    const key = JSON.stringify(patterns.map(({ pattern }) => [pattern.baseUri.toString(), pattern.pattern]));
    if (key === registered?.key) return;
    registered?.listener.dispose();
    registered = { key, listener: vscode.languages.registerRenameProvider(patterns, provider(archives)) };
  };
  return vscode.Disposable.from(
    archives.onDidChangeList(register),
    archives.onDidChange(({ typing }) => {
      if (!typing) register();
    }),
    new vscode.Disposable(() => void registered?.listener.dispose()),
  );
}

function provider(archives: Archives): vscode.RenameProvider {
  return {
    async prepareRename(document, position) {
      const { range, entity, field } = await renamableAt(archives, document, position);
      return { range, placeholder: entity[field] };
    },
    async provideRenameEdits(document, position, wanted) {
      const { archive, entity, field } = await renamableAt(archives, document, position);
      const { core } = archive;
      await core.open();
      const to = wanted.replace(/\s+/g, ' ').trim();
      if (to === entity[field]) return new vscode.WorkspaceEdit();
      const inTexts = countSpellings(core, entity.id).some(
        ({ text, mentions }) => text === entity.name && mentions > 0,
      );
      const change: IdentityChange = { kind: 'rename', entity: entity.id, keepName: inTexts, [field]: to };
      const decision = changeIdentity(core, change);
      if (!decision.ok) throw new Error(message(decision.why));
      const label = `Rename Entity ${quoted(entity.name)}`;
      awaitChange(archives, archive, label, decision.edits);
      return toWorkspaceEdit(archive, decision.edits, label, false);
    },
  };
}

/** The name or id at a place. Throws an error, whose message the editor shows to the person, where nothing can be renamed. */
async function renamableAt(
  archives: Archives,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<Renamable> {
  const archive = archives.archiveOf(document.uri);
  const path = archive?.pathOf(document.uri);
  if (!archive || path === null || path === undefined) throw new Error('This file is in no archive.');
  if (path === REGISTRY_FILE) return inRegistry(archive, document, position);
  if (path.endsWith(SIDECAR_SUFFIX)) return inSidecar(archive, document, position);
  const found = await archives.read(document);
  const mention = found && mentionAt(found.text, toOffset(found.text.lines, position));
  if (!mention) throw new Error('There is no mention of a known entity here.');
  if (mention.others.length > 0) {
    const owners = [mention.entity, ...mention.others].map(({ name }) => quoted(name)).join(', ');
    throw new Error(message(`This may be ${owners}. Decide with “This Mention Is…” first, or rename in the registry.`));
  }
  return { archive, entity: mention.entity, range: toRange(found.text.lines, mention.span), field: 'name' };
}

async function inRegistry(
  archive: Archive,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<Renamable> {
  await archive.core.refresh([REGISTRY_FILE]);
  const { registry, registryText } = archive.core;
  // The editor shows a file of mixed line ends with one kind, and offsets would then name other records.
  const entity = registryText === document.getText() ? entityAtRecord(registry, document.offsetAt(position)) : null;
  const value = valueAt(document, position);
  const field = value?.key === 'id' || value?.key === 'name' ? value.key : null;
  if (!entity || !value || !field || value.text !== entity[field]) {
    throw new Error(
      'Put the cursor on the name or on the id of an entity. Other fields cannot be renamed: edit them in the file.',
    );
  }
  return { archive, entity, range: value.range, field };
}

async function inSidecar(
  archive: Archive,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<Renamable> {
  await archive.core.open();
  const value = valueAt(document, position);
  const cites = value?.key === 'entity' || value?.key === 'not';
  const entity = cites ? archive.core.registry.byId.get(value.text) : undefined;
  if (!value || !entity) throw new Error('Put the cursor on the id of an entity, behind “entity:” or “not:”.');
  return { archive, entity, range: value.range, field: 'id' };
}
