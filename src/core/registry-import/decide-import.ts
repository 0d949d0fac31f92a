import type { Result } from '../result';
import type { OpenArchive } from '../archive/open-archive';
import { fromWritten, refuse } from '../decision';
import { EMPTY_REGISTRY, readRegistry, REGISTRY_FILE } from '../entities/registry';
import type { Decision } from '../decision';
import { planImport, type ImportPlan } from './plan-import';
import type { ImportEntry } from './read-entries';
import { writeImport } from './write-import';

/** A planned import, with the registry before and after. */
export interface ImportPreview {
  readonly plan: ImportPlan;
  /** Null where there is no registry yet. */
  readonly before: string | null;
  /** The same text as `before` where nothing is new. */
  readonly after: string;
}

/**
 * Plans an import into a registry. Refuses where the registry cannot be written.
 *
 * @param before the registry's text; null where there is none yet
 */
export function previewImport(
  before: string | null,
  entries: readonly ImportEntry[],
  defaultType?: string,
): Result<{ readonly preview: ImportPreview }> {
  const registry = readRegistry(before ?? EMPTY_REGISTRY);
  const plan = planImport(registry, entries, defaultType);
  const written = writeImport(registry, plan);
  if (!written.ok) return { ok: false, why: `${REGISTRY_FILE} was not changed. ${written.why}` };
  return { ok: true, preview: { plan, before, after: written.text } };
}

/** Decides an import as it was previewed. Refuses where the registry has changed since, as the preview may be wrong then. */
export function decideImport(archive: OpenArchive, { before, after }: ImportPreview): Decision {
  if (archive.registryText !== before) {
    return refuse(REGISTRY_FILE, 'It has changed since the preview. Import the file again.');
  }
  return fromWritten(REGISTRY_FILE, before, { ok: true, text: after });
}
