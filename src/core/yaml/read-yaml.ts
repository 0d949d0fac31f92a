import { guardText } from './guard';
import { readBlockStyle } from './read-block-style';
import { readWithLibrary, type YamlFile } from './read-with-library';

/**
 * Reads a text as a whole. Never throws. Aliases, anchors, tags, several documents, conflict markers and deep nesting are refused with
 * their place: the files of an archive need none of them, and some would end the process or hide what a file says.
 */
export function readYaml(text: string): YamlFile {
  const refused = guardText(text);
  if (refused) return { root: null, problems: [refused], sound: false };
  const root = readBlockStyle(text);
  return root ? { root, problems: [], sound: true } : readWithLibrary(text);
}
