import type { Tag, TagColor } from '../../core/entities';

/** The colour of a passage: the colour of its first tag that has one, of itself or from a tag that it is a kind of. */
export function colorOf(codebook: readonly Tag[], tags: readonly string[]): TagColor | 'none' {
  for (const tag of tags) {
    for (let id = tag; id !== ''; id = id.slice(0, Math.max(0, id.lastIndexOf('/')))) {
      const color = codebook.find((candidate) => candidate.id === id)?.color;
      if (color) return color;
    }
  }
  return 'none';
}
