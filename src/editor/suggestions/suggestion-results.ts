import type { ArchiveText } from '../../core/archive';
import type { Registry } from '../../core/entities';
import { inTurns, openSuggestions, suggestAll, undecided, type Suggestions } from '../../core/suggest';
import type { Archive } from '../archive/archive';

/** How long a turn of computing lasts, in milliseconds, before other work gets its turn. */
const TURN_MS = 10;

/** Computed suggestions, with the texts and the registry that they were computed of. */
interface Computed {
  readonly suggestions: Suggestions;
  readonly texts: readonly { readonly path: string; readonly content: object }[];
  readonly registry: Registry;
}

/** The suggestions for the registry of each archive, computed on request and then only if texts or registry have changed. */
export class SuggestionResults {
  readonly #computed = new WeakMap<Archive, Computed>();

  /** The undecided ones of the last computed suggestions; null before the first computation. */
  of(archive: Archive): Suggestions | null {
    const computed = this.#computed.get(archive);
    if (!computed) return null;
    const { core } = archive;
    const annotated = core.texts.filter(({ sidecar }) => sidecar.annotations.length > 0);
    return undecided(openSuggestions(computed.suggestions, core.registry), annotated);
  }

  /** Whether the texts are unchanged since the last computation. */
  hasCurrentTexts(archive: Archive): boolean {
    const computed = this.#computed.get(archive);
    return computed !== undefined && sameTexts(computed.texts, archive.core.texts);
  }

  /** Whether texts and registry are unchanged since the last computation. */
  isCurrent(archive: Archive): boolean {
    return this.#computed.get(archive)?.registry === archive.core.registry && this.hasCurrentTexts(archive);
  }

  /**
   * Computes the suggestions of an archive, in turns of `TURN_MS` with pauses for other work.
   *
   * @param goesOn asked at each pause; if it answers false, the computation ends and the earlier suggestions stay
   */
  async compute(archive: Archive, goesOn: () => boolean): Promise<void> {
    if (this.isCurrent(archive)) return;
    const { registry, texts: all } = archive.core;
    // A snapshot of the texts: an edit in the meantime must not move places that were read already.
    const computed = all.map(({ path, content }) => ({ path, content }));
    const texts = all.map((one) => {
      const { path, posts, sidecar } = one;
      const text = one.textOfNow();
      return {
        path,
        // Read only when it is needed, so that the texts of a large archive are not all in memory at once.
        get text() {
          return text();
        },
        posts,
        mentions: sidecar.annotations.length > 0 ? one.mentions : [],
      };
    });
    const pause = async () => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      return goesOn();
    };
    const suggestions = await inTurns(suggestAll(texts, registry), pause, () => performance.now(), TURN_MS);
    if (suggestions) this.#computed.set(archive, { suggestions, texts: computed, registry });
  }
}

function sameTexts(before: Computed['texts'], now: readonly ArchiveText[]): boolean {
  return (
    before.length === now.length &&
    before.every(({ path, content }, i) => path === now[i]?.path && content === now[i].content)
  );
}
