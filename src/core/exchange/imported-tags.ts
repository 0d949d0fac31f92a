import type { OpenArchive } from '../archive/open-archive';
import { isId, suggestId } from '../entities/id';
import { TAG_COLORS, type TagColor } from '../entities/manifest';
import { withAncestors } from '../lists/annotation-list';
import type { ExchangeTag } from './model';

/** A tag that an import adds to the codebook. */
export interface NewTag {
  readonly id: string;
  readonly description: string | null;
  readonly color: TagColor | null;
}

/** Labels of other tools as tags of an archive. */
export class ImportedTags {
  readonly #codebook: ReadonlySet<string>;
  /** The tags that annotations have, as the archive spells them. */
  readonly #used: ReadonlySet<string>;
  readonly #ofLabel = new Map<string, string>();

  constructor({ manifest, texts }: OpenArchive) {
    this.#codebook = new Set(manifest.tags.map(({ id }) => id));
    this.#used = new Set(texts.flatMap(({ sidecar }) => sidecar.annotations.flatMap(({ tags }) => tags)));
  }

  /** The tag of a label: the label, where the archive has it or it can be a tag; else one that is made of it, level by level. */
  tagOf(label: string): string {
    const known = this.#ofLabel.get(label);
    if (known !== undefined) return known;
    const isTag = this.#codebook.has(label) || this.#used.has(label) || isId(label);
    const made = isTag
      ? label
      : fitting(
          label
            .split('/')
            .map((part) => suggestId(part))
            .join('/'),
        );
    this.#ofLabel.set(label, made);
    return made;
  }

  /**
   * The tags of another codebook that this one lacks. Tags that stand for nothing but the way to their kinds, and that the archive's
   * annotations have already without a record, are no news.
   */
  newOnes(tags: readonly ExchangeTag[]): NewTag[] {
    const ways = new Set(tags.flatMap(({ id }) => withAncestors(this.tagOf(id)).slice(0, -1)));
    const found = new Map<string, NewTag>();
    for (const { id: label, description, color } of tags) {
      const id = this.tagOf(label);
      const isBare = description === null && color === null && (ways.has(id) || this.#used.has(id));
      if (this.#codebook.has(id) || found.has(id) || isBare || !isId(id)) continue;
      const said = [id === label ? null : label, description].filter((part) => part !== null).join('. ') || null;
      found.set(id, { id, description: said, color: TAG_COLORS.find((known) => known === color) ?? null });
    }
    return [...found.values()];
  }
}

/** A path of ids that is no longer than one may be. */
function fitting(path: string): string {
  const cut = path.slice(0, 120).replace(/[/-]+$/, '');
  return isId(cut) ? cut : suggestId(path);
}
