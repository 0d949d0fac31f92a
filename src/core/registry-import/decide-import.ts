import type { Result } from '../result';
import type { OpenArchive } from '../archive/open-archive';
import { fromWritten, refuse } from '../decision';
import { EMPTY_REGISTRY, readRegistry, REGISTRY_FILE } from '../entities/registry';
import type { Decision } from '../decision';
import { planImport, type ImportPlan } from './plan-import';
import type { ImportEntry } from './read-entries';
import { writeImport } from './write-import';

/** What an import would do, and the registry before and after. */
export interface ImportPreview {
  readonly plan: ImportPlan;
  /** Null where there is no registry yet. */
  readonly before: string | null;
  /** The same as `before` where nothing is new. */
  readonly after: string;
}

/**
 * Works out an import into a registry. One that cannot be written is refused with a sentence for a person.
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

/** Carries out an import as it was previewed. Refuses where the registry has changed since: the preview would not be true any more. */
export function decideImport(archive: OpenArchive, { before, after }: ImportPreview): Decision {
  if (archive.registryText !== before) {
    return refuse(REGISTRY_FILE, 'It has changed since the preview. Import the file again.');
  }
  return fromWritten(REGISTRY_FILE, before, { ok: true, text: after });
}
