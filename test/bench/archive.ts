import { generate } from './text';

/** The files of an archive with one text of about so many code units, whose registry has so many spellings. */
export function benchArchive(length: number, spellings: number): Record<string, string> {
  const { text, forms } = generate(length, spellings);
  return {
    'postgloss.yaml': 'postgloss: 1\narchives:\n  - files: "*.txt"\n',
    'entities.gloss.yaml': registry(forms.map((form) => form.text)),
    'papers.txt': asPosts(text),
  };
}

/** Three spellings an entity. */
function registry(names: readonly string[]): string {
  const records = [];
  for (let i = 0; i < names.length; i += 3) {
    const [name, ...aliases] = names.slice(i, i + 3).map((form) => JSON.stringify(form));
    const list = aliases.map((alias) => `\n      - ${alias}`).join('');
    records.push(`  - id: e${i}\n    name: ${name}\n    type: person${list ? `\n    aliases:${list}` : ''}\n`);
  }
  return `postgloss: 1\nentities:\n${records.join('')}`;
}

/** Gives every fortieth paragraph the header of a post. */
function asPosts(text: string): string {
  return text
    .split('\n')
    .map((line, i) => {
      if (i % 40 !== 0) return line;
      const date = `May ${1 + (i % 28)}, ${2000 + (i % 20)}`;
      return `\nPaper Number ${i}\n\n${date}\n\nPaper Number ${i}, Coastal Review, ${date}\n\n${line}`;
    })
    .join('\n');
}
