/** The forms of archives that can be brought in, in the order in which people see them. */
export const IMPORT_FORMATS = [
  'csv',
  'tsv',
  'jsonl',
  'wordpress',
  'html',
  'mbox',
  'eml',
  'feed',
  'ghost',
  'mastodon',
  'x',
] as const;

/** A form of an archive; `html` is a saved page, `eml` one message of mail, `feed` is RSS, Atom or JSON Feed, `x` an archive of X. */
export type ImportFormat = (typeof IMPORT_FORMATS)[number];
