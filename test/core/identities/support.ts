import assert from 'node:assert/strict';
import { Annotator } from '../../../src/core/archive/annotator';
import { mentionsOf } from '../../../src/core/lists/mentions';
import type { IdentityChange } from '../../../src/core/identities/change';
import { changeIdentity } from '../../../src/core/identities/parts';
import { readSidecar } from '../../../src/core/sidecar/read-sidecar';
import { MemoryHost } from '../../support/memory-host';

/** An archive in memory. */
export interface Opened {
  readonly host: MemoryHost;
  readonly annotator: Annotator;
}

export const MANIFEST = 'postgloss: 1\narchives:\n  - files: "*.md"\n';
export const REGISTRY = 'entities.gloss.yaml';

export async function open(files: Readonly<Record<string, string>>): Promise<Opened> {
  const host = new MemoryHost({ 'postgloss.yaml': MANIFEST, ...files });
  const annotator = new Annotator(host);
  await annotator.open();
  return { host, annotator };
}

/** Makes a change, and gives the files that became others. */
export async function change({ host, annotator }: Opened, what: IdentityChange): Promise<Record<string, string>> {
  const decision = changeIdentity(annotator, what);
  assert(decision.ok, decision.ok ? '' : decision.why);
  host.write(decision.edits);
  await annotator.refresh(null);
  return Object.fromEntries(decision.edits.map(({ path, after }) => [path, after]));
}

/** Why a change is refused. */
export function refusal({ annotator }: Opened, what: IdentityChange): string {
  const decision = changeIdentity(annotator, what);
  return decision.ok ? 'done' : decision.why;
}

/** Who is mentioned where, as `path 3-8 id`; several owners of a spelling are joined by `|`. */
export function mentions({ annotator }: Opened): string[] {
  return annotator.texts.flatMap(({ path, mentions: all }) =>
    all.map(({ span, entity, others }) => {
      const owners = [entity, ...others].map(({ id }) => id).sort();
      return `${path} ${span.start}-${span.end} ${owners.join('|')}`;
    }),
  );
}

/** What the annotations of a sidecar say of entities: `a1 entity:x`, `a2 not:y post`. */
export function links(text: string | undefined | null): string[] {
  return readSidecar(text ?? '').annotations.map(({ id, entity, not, scope }) =>
    [id, entity && `entity:${entity}`, not && `not:${not}`, scope].filter((part) => part !== null).join(' '),
  );
}

/** How often an entity is mentioned. */
export function count({ annotator }: Opened, id: string): number {
  return mentionsOf(annotator, id).length;
}
