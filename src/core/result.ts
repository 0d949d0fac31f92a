/** Why something was not done, as a sentence for a person. */
export interface Refused {
  readonly ok: false;
  readonly why: string;
}

/**
 * The answer of a function that may refuse: the fields of `T`, or a refusal. The fields keep their names, so that `written.text` and
 * `decision.edits` read as what they are.
 */
export type Result<T extends object> = ({ readonly ok: true } & T) | Refused;
