import { ArchiveText } from '../archive/archive-text';
import type { OpenArchive } from '../archive/open-archive';
import { annotate, type Signature } from '../decide/annotate';
import { fromWritten } from '../decision';
import { createLexicon } from '../mentions/lexicon';
import { decideAll, type BulkPart } from '../bulk/part';
import { changeRegistry } from '../entities/change-registry';
import { EMPTY_REGISTRY, readRegistry, REGISTRY_FILE } from '../entities/registry';
import type { Decision } from '../decision';
import { readSidecar, SIDECAR_SUFFIX } from '../sidecar/read-sidecar';
import { changeAnnotations, removeAnnotations } from '../sidecar/write-sidecar';
import type { Written } from '../yaml/apply';
import type { IdentityChange } from './change';
import { refuseIdentityChange } from './refuse';
import { registryChange } from './registry-change';
import { relink, type Relinking } from './relink';

/** The decisions of a change, file by file: the sidecars first and the registry last, as sidecars are decided by the old registry. */
export function identityParts(archive: OpenArchive, change: IdentityChange): BulkPart[] {
  const texts = archive.texts.filter((text) => touches(relink(text, change)));
  const sidecars = texts.map(({ path }) => ({
    path: path + SIDECAR_SUFFIX,
    decide: (): Decision => {
      const text = archive.text(path);
      return text
        ? rewrite(text, change)
        : { ok: false, why: `${path} is gone. Nothing was changed. Restore the file, from git for example.` };
    },
  }));
  const registry = {
    path: REGISTRY_FILE,
    decide: (): Decision => {
      const why = refuseIdentityChange(archive, change);
      if (why !== null) return { ok: false, why };
      const written = changeRegistry(archive.registry, registryChange(archive.registry, change));
      return fromWritten(REGISTRY_FILE, archive.registryText, written);
    },
  };
  return [...sidecars, registry];
}

/** Decides a change in all files at once, or refuses it as a whole. */
export function changeIdentity(archive: OpenArchive, change: IdentityChange): Decision {
  const why = refuseIdentityChange(archive, change);
  return why === null ? decideAll(identityParts(archive, change)) : { ok: false, why };
}

/** Whether a sidecar changes. */
export function touches({ changed, removed, added }: Relinking): boolean {
  return changed.length + removed.length + added.length > 0;
}

function rewrite(text: ArchiveText, change: IdentityChange): Decision {
  const { changed, removed, added } = relink(text, change);
  const path = text.path + SIDECAR_SUFFIX;
  let written: Written = { ok: true, text: text.sidecar.file.text };
  if (changed.length > 0) {
    written = changeAnnotations(
      text.sidecar,
      changed.map(([stored, links]) => ({ stored, change: links })),
    );
  }
  if (written.ok && removed.length > 0) {
    // Changing records has not changed their indexes.
    const now = readSidecar(written.text, text.sidecar);
    written = removeAnnotations(
      now,
      removed.flatMap(({ index }) => now.annotations[index] ?? []),
    );
  }
  // Without a sidecar there is nothing to relink; new records may still be added.
  const before = text.sidecarText;
  const linked = before === null ? { ok: true as const, edits: [] } : fromWritten(path, before, written);
  if (!linked.ok || added.length === 0 || change.kind !== 'split') return linked;
  return withAdded(text, linked.edits[0]?.after ?? before, added, change.signature);
}

/** Adds the new records to the relinked sidecar, one after the other, as several may have the same place. */
function withAdded(
  text: ArchiveText,
  sidecar: string | null,
  added: Relinking['added'],
  signature: Signature,
): Decision {
  let after = sidecar;
  const next = new ArchiveText(text.path, text.rule, text.text, NO_NAMES);
  for (const { span, statement } of added) {
    next.setSidecar(after, text.sidecar);
    const decision = annotate(next, [span], statement, signature);
    if (!decision.ok) return decision;
    after = decision.edits[0]?.after ?? after;
  }
  if (after === null || after === text.sidecarText) return { ok: true, edits: [] };
  return { ok: true, edits: [{ path: text.path + SIDECAR_SUFFIX, before: text.sidecarText, after }] };
}

/** A registry without names is enough, as the places of annotations do not depend on names. */
const NO_NAMES = createLexicon(readRegistry(EMPTY_REGISTRY));
