import { readPosts } from '../../../../src/core/posts/read-posts';
import { readRegistry, type Registry } from '../../../../src/core/entities/registry';
import type { SuggestText } from '../../../../src/core/suggest/names';

/** An invented archive that spells its names in several ways. */
export const VELMORA = `Posted tagged ‘Velmora’

Velmora’s Ministry Denies Everything

May 4, 2016

Velmora’s Ministry Denies Everything, The Lantern, Mara Lind, May 4, 2016

The Velmora Revolutionary Guard Corps (VRGC) took orders from Gen. Qasem Orhani on Tuesday. However, Orhani denied it in the city of Tarsund.

President Yusuf al-Hamdi told the newspaper that Gen. Kassem Ourhani was “a friend”. According to a spokesman for the Harbour Brigades, al-Hamdi had promised ships. The VRGC said nothing. Several Velmoran officers laughed.

“The Guard is ours,” said Prime Minister Youssef Al-Hamdy. Velmora agreed, and so did the Velmora newspapers.

Gates and Ships

June 1, 2016

Gates and Ships, Coastal Review, Jon Berg, June 1, 2016

Officials in Tarsund and in Ostrava met Elena Petrova near the Green Gate. Petrova asked the National Council for Open Water (NCOW) for help; the NCOW refused. Last Friday in June, Boris Petrov, her uncle, left the village of Al-Houmah.

Hamid Kasra and his brother Rashid Kasra were seen in Al-Hooma. Kasra paid. Gates were shut in Tarsund. Velmora’s Special Water Guard, also called the Blue Division, watched. The Blue Division sings.

The ships of the Popular Mobilisation Fleet (PMF) came late. Eight ships waited for Orhani in Tarsunt. May he forgive them.
`;

export function textOf(text: string, path = 'archives/velmora.txt'): SuggestText {
  return { path, text, posts: readPosts(text).posts };
}

/** A registry of names by their ids: `{ orhani: ['Qasem Orhani', 'person', 'the General'] }`. */
export function registryOf(entities: Readonly<Record<string, readonly [string, string, ...string[]]>>): Registry {
  const records = Object.entries(entities).map(([id, [name, type, ...aliases]]) => {
    const lines = [`  - id: ${id}`, `    name: ${JSON.stringify(name)}`, `    type: ${type}`];
    if (aliases.length > 0) lines.push('    aliases:', ...aliases.map((alias) => `      - ${JSON.stringify(alias)}`));
    return lines.join('\n');
  });
  return readRegistry(`postgloss: 1\nentities:${records.length === 0 ? ' []' : `\n${records.join('\n')}`}\n`);
}
