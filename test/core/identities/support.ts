import assert from 'node:assert/strict';
import { OpenArchive } from '../../../src/core/archive/open-archive';
import { mentionsOf } from '../../../src/core/lists/mentions';
import type { IdentityChange } from '../../../src/core/identities/change';
import { changeIdentity } from '../../../src/core/identities/parts';
import { readSidecar } from '../../../src/core/sidecar/read-sidecar';
import { MemoryHost } from '../../support/memory-host';

/** An archive in memory. */
export interface Opened {
  readonly host: MemoryHost;
  readonly archive: OpenArchive;
}

const MANIFEST = 'postgloss: 1\narchives:\n  - files: "*.md"\n';
export const REGISTRY = 'entities.gloss.yaml';

export async function open(files: Readonly<Record<string, string>>): Promise<Opened> {
  const host = new MemoryHost({ 'postgloss.yaml': MANIFEST, ...files });
  const archive = new OpenArchive(host);
  await archive.open();
  return { host, archive };
}

/** Makes a change, and gives the files that became others. */
export async function change({ host, archive }: Opened, what: IdentityChange): Promise<Record<string, string>> {
  const decision = changeIdentity(archive, what);
  assert(decision.ok, decision.ok ? '' : decision.why);
  host.write(decision.edits);
  await archive.refresh(null);
  return Object.fromEntries(decision.edits.map(({ path, after }) => [path, after]));
}

/** Why a change is refused. */
export function refusal({ archive }: Opened, what: IdentityChange): string {
  const decision = changeIdentity(archive, what);
  return decision.ok ? 'done' : decision.why;
}

/** Who is mentioned where, as `path 3-8 id`; several owners of a spelling are joined by `|`. */
export function mentions({ archive }: Opened): string[] {
  return archive.texts.flatMap(({ path, mentions: all }) =>
    all.map(({ span, entity, others }) => {
      const owners = [entity, ...others].map(({ id }) => id).sort();
      return `${path} ${span.start}-${span.end} ${owners.join('|')}`;
    }),
  );
}

/** What the annotations of a sidecar say of entities: `a1 entity:x`, `a2 not:y post`. */
export function links(text: string | undefined | null): string[] {
  return readSidecar(text ?? '').annotations.map(({ id, entity, not, scope }) =>
    [id, entity && `entity:${entity}`, not && `not:${not}`, typeof scope === 'object' ? scope?.unknown : scope]
      .filter((part) => part !== null && part !== undefined)
      .join(' '),
  );
}

/** How often an entity is mentioned. */
export function count({ archive }: Opened, id: string): number {
  return mentionsOf(archive, id).length;
}
