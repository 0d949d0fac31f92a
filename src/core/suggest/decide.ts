import type { OpenArchive } from '../archive/open-archive';
import type { ArchiveText } from '../archive/archive-text';
import { annotate, type Signature } from '../decide/annotate';
import { fromWritten } from '../decision';
import { EMPTY_REGISTRY, readRegistry, REGISTRY_FILE, type Registry } from '../entities/registry';
import { ignoreNames, rejectAlias } from '../entities/write-rejections';
import { addAlias, addEntity, type NewEntity } from '../entities/write-registry';
import type { Decision } from '../decision';
import { visible } from '../text/visible';
import type { Span } from '../text/span';
import type { Written } from '../yaml/apply';

// Decisions of a person about suggestions, as edits of the registry or of a sidecar. Several at once are one edit: all of them or none.

/** A spelling, and the entity that it was suggested for. */
export interface SpellingOf {
  /** The id of the entity. */
  readonly entity: string;
  readonly text: string;
}

/** Makes spellings aliases of their entities. */
export function acceptSpellings(archive: OpenArchive, spellings: readonly SpellingOf[]): Decision {
  return each(archive, spellings, (registry, { entity, text }) => {
    const owner = registry.byId.get(entity);
    return owner ? addAlias(registry, owner, text) : gone(entity);
  });
}

/** Records in the registry that spellings do not mean their entities. */
export function rejectSpellings(archive: OpenArchive, spellings: readonly SpellingOf[]): Decision {
  return each(archive, spellings, (registry, { entity, text }) => {
    const owner = registry.byId.get(entity);
    return owner ? rejectAlias(registry, owner, text) : gone(entity);
  });
}

/** Records in the registry that names are no entities. */
export function rejectNames(archive: OpenArchive, names: readonly string[]): Decision {
  return each(archive, [names], ignoreNames);
}

/** Adds suggested names to the registry as entities. */
export function acceptNames(archive: OpenArchive, entities: readonly NewEntity[]): Decision {
  return each(archive, entities, addEntity);
}

/**
 * Says that some words mean an entity in the whole post of a place, and in no other; see `resolveNames`. A record of the sidecar at that
 * place says so.
 */
export function meansInPost(text: ArchiveText, span: Span, entity: string, signature: Signature): Decision {
  if (!text.postAt(span.start))
    return {
      ok: false,
      why: `${visible(text.path)}: This place is in no post, so nothing can be decided for its post.`,
    };
  return annotate(text, [span], { entity, scope: 'post' }, signature);
}

/** Applies edits one after the other. Begins with an empty registry if there is none. */
function each<T>(archive: OpenArchive, all: readonly T[], edit: (registry: Registry, one: T) => Written): Decision {
  const before = archive.registryText;
  let registry = before === null ? readRegistry(EMPTY_REGISTRY) : archive.registry;
  let written: Written = { ok: true, text: registry.file.text };
  for (const one of all) {
    written = edit(registry, one);
    if (!written.ok) break;
    registry = readRegistry(written.text, registry);
  }
  return fromWritten(REGISTRY_FILE, before, written);
}

function gone(entity: string): Written {
  return { ok: false, why: `The entity “${visible(entity)}” is no longer in the registry.` };
}
