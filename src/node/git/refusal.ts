/**
 * Git cannot do what a person asked for: there is no repository, or the revision is unknown. The message is a sentence for that person;
 * each host shows it in its own way.
 */
export class GitRefusal extends Error {
  override readonly name = 'GitRefusal';
}
