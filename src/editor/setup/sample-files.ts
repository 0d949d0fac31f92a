/**
 * The files of the sample archive, below `media/sample`. They are listed because an extension in a browser cannot list its own folder;
 * the manifest test holds the list against the folder.
 */
export const SAMPLE_FILES = [
  'archives/harbour-papers.txt',
  'archives/harbour-papers.txt.gloss.yaml',
  'entities.gloss.yaml',
  'notes/2016-05-04-eleven-ships.md',
  'notes/2016-05-04-from-the-mole.md',
  'postgloss.yaml',
] as const;
