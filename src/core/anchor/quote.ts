/** What is looked for: all three in the comparable form (see `comparable`). */
export interface Quote {
  readonly exact: string;
  readonly before: string;
  readonly after: string;
}
