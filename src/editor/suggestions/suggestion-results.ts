import type { ArchiveText } from '../../core/archive';
import type { Registry } from '../../core/entities';
import { inTurns, openSuggestions, suggestAll, undecided, type Suggestions } from '../../core/suggest';
import type { Archive } from '../archive/archive';

/** How long it computes at a time, in milliseconds, before others get their turn. */
const TURN_MS = 10;

/** What was computed, and of what. */
interface Computed {
  readonly suggestions: Suggestions;
  readonly texts: readonly { readonly path: string; readonly content: object }[];
  readonly registry: Registry;
}

/** What each archive suggests for its registry: computed when somebody asks, and kept as long as texts and registry are the same. */
export class SuggestionResults {
  readonly #computed = new WeakMap<Archive, Computed>();

  /** What is still to be decided of what was computed last; null before anything was. */
  of(archive: Archive): Suggestions | null {
    const computed = this.#computed.get(archive);
    if (!computed) return null;
    const { core } = archive;
    const annotated = core.texts.filter(({ sidecar }) => sidecar.annotations.length > 0);
    return undecided(openSuggestions(computed.suggestions, core.registry), annotated);
  }

  /** Whether the texts are still those that were computed with. */
  hasCurrentTexts(archive: Archive): boolean {
    const computed = this.#computed.get(archive);
    return computed !== undefined && sameTexts(computed.texts, archive.core.texts);
  }

  /** Whether texts and registry are still those that were computed with. */
  isCurrent(archive: Archive): boolean {
    return this.#computed.get(archive)?.registry === archive.core.registry && this.hasCurrentTexts(archive);
  }

  /**
   * Computes what an archive suggests, giving way to others every few milliseconds.
   *
   * @param goesOn asked in between; what was computed before stays when it says no
   */
  async compute(archive: Archive, goesOn: () => boolean): Promise<void> {
    if (this.isCurrent(archive)) return;
    const { registry, texts: all } = archive.core;
    // As they are now: an edit in the meantime must not move what was read already.
    const computed = all.map(({ path, content }) => ({ path, content }));
    const texts = all.map((one) => {
      const { path, posts, sidecar } = one;
      const text = one.textOfNow();
      return {
        path,
        // Read when it is their turn: all texts of a large archive are not to be in memory at once.
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
