import type { Registry } from '../../core/entities';
import type { Lexicon } from '../../core/mentions';
import type { SuggestText } from '../../core/suggest';
import type { Call } from '../call/command';
import type { GivenFile } from './given-files';
import { eachText } from './texts';

/** Texts that share a registry. They are read together, as the use of a name in one text counts for the others. */
export interface TextGroup {
  readonly registry: Registry;
  readonly texts: readonly SuggestText[];
}

/** Reads the given texts, under the paths that are printed, and groups them by registry. */
export async function readGroups(
  call: Call<'format'>,
  files: readonly GivenFile[],
  lexicon: (file: GivenFile) => Lexicon,
): Promise<{ code: number; groups: TextGroup[] }> {
  const groups = new Map<Registry, SuggestText[]>();
  const code = await eachText(call, files, { lexicon, sidecars: true }, (text, file) => {
    const { registry } = lexicon(file);
    const group = groups.get(registry) ?? [];
    groups.set(registry, group);
    // A place about which a person has decided needs no suggestion any more.
    const mentions = text.sidecar.annotations.length > 0 ? text.mentions : [];
    group.push({ path: file.shown, text: text.text, posts: text.posts, mentions });
  });
  return { code, groups: [...groups].map(([registry, texts]) => ({ registry, texts })) };
}

/** Examples as rows have them. */
export interface ExampleRow {
  readonly file: string;
  readonly post: string | null;
  readonly start: number;
  readonly end: number;
  readonly context: string;
}
