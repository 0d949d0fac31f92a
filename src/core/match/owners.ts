/** The entities that go by each form. Nearly all forms have one entity, which is kept without an array. */
export class Owners {
  /** The first owner of each form. */
  private readonly first: Int32Array;
  /** The other owners of forms that have several. */
  private readonly others = new Map<number, Set<number>>();
  private count = 0;

  /** @param forms the number of forms, at most */
  constructor(forms: number) {
    this.first = new Int32Array(forms);
  }

  /** The number of forms that have an owner. */
  get forms(): number {
    return this.count;
  }

  /** Makes an entity an owner of a form. The form must have an owner already, or be the next form. */
  add(form: number, entity: number): void {
    if (form === this.count) {
      this.first[form] = entity;
      this.count++;
    } else if (this.first[form] !== entity) {
      const others = this.others.get(form);
      if (others) others.add(entity);
      else this.others.set(form, new Set([entity]));
    }
  }

  /** The owners of a form, each once, in the order in which they were added. */
  of(form: number): readonly number[] {
    if (form < 0 || form >= this.count) return [];
    return [this.first[form] ?? 0, ...(this.others.get(form) ?? [])];
  }
}
