/** The types of brat for tags and for the types of entities, each of which is letters, digits, hyphens and underscores. */
export class TypeNames {
  readonly #types = new Map<string, string>();
  /** The labels by their types. */
  readonly #labels = new Map<string, string>();

  ofTag(tag: string): string {
    return this.#typeOf('tag', tag);
  }

  /** @param type null for a passage that has neither a tag nor an entity */
  ofEntity(type: string | null): string {
    return type === null ? this.#typeOf('none', 'Annotation') : this.#typeOf('entity', type);
  }

  /** In the order in which they were asked for. */
  get names(): readonly string[] {
    return [...this.#labels.keys()];
  }

  /** The lines of `visual.conf` that give each type its label. */
  labels(): string {
    return [...this.#labels].map(([type, label]) => `${type} | ${label.replace(/\s/g, ' ')}\n`).join('');
  }

  /** The labels that a `visual.conf` gives, by their types. */
  static read(text: string): ReadonlyMap<string, string> {
    const lines = text.split(/\r\n?|\n/).map((line) => /^(\S+) \| ([^|]*)/.exec(line));
    return new Map(lines.flatMap((line) => (line ? [[line[1] ?? '', line[2] ?? ''] as const] : [])));
  }

  #typeOf(kind: string, label: string): string {
    const key = `${kind}\0${label}`;
    const known = this.#types.get(key);
    if (known !== undefined) return known;
    const base = label.replace(/[^a-zA-Z0-9_-]+/g, '-').replace(/^-+|-+$/g, '') || 'tag';
    let type = base;
    for (let n = 2; this.#labels.has(type); n++) type = `${base}-${n}`;
    this.#types.set(key, type);
    this.#labels.set(type, label);
    return type;
  }
}
