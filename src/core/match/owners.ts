/** The entities that go by each form. One alone, as nearly all forms have, is kept without an array around it. */
export class Owners {
  /** The first owner of each form. */
  private readonly first: Int32Array;
  /** The others of those that have several. */
  private readonly others = new Map<number, number[]>();
  private count = 0;

  /** @param forms how many there will be at most */
  constructor(forms: number) {
    this.first = new Int32Array(forms);
  }

  /** How many forms have an owner. */
  get forms(): number {
    return this.count;
  }

  /** Makes an entity an owner of a form, which must have some already or be the next one. */
  add(form: number, entity: number): void {
    if (form === this.count) {
      this.first[form] = entity;
      this.count++;
    } else if (!this.of(form).includes(entity)) this.others.set(form, [...(this.others.get(form) ?? []), entity]);
  }

  /** The owners of a form, each once, in the order they were added. */
  of(form: number): readonly number[] {
    if (form < 0 || form >= this.count) return [];
    return [this.first[form] ?? 0, ...(this.others.get(form) ?? [])];
  }
}
