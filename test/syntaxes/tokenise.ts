import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

/** A piece of a line with its scopes, outermost first. Offsets are UTF-16 code units into the whole text. */
export interface ScopedToken {
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

/** A line as the editor sees it: without its line end. */
export interface ScopedLine {
  readonly text: string;
  readonly tokens: readonly ScopedToken[];
  /** How long the line took, in milliseconds of the processor. */
  readonly took: number;
}

export type Tokenise = (text: string) => ScopedLine[];

export const GRAMMAR_FILE = new URL('../../syntaxes/post-archive.tmLanguage.json', import.meta.url);

/** Loads the grammar into the same engine that the editor runs. */
export async function loadGrammar(): Promise<Tokenise> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await loadWASM(new Uint8Array(readFileSync(wasm)).buffer);
  const source = readFileSync(GRAMMAR_FILE, 'utf8');
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: (scope) =>
      Promise.resolve(scope === 'text.post-archive' ? parseRawGrammar(source, 'grammar.json') : null),
  });
  const grammar = await registry.loadGrammar('text.post-archive');
  if (!grammar) throw new Error('The grammar does not name itself text.post-archive.');
  return (text) => {
    const lines: ScopedLine[] = [];
    let state = INITIAL;
    // The line ends are kept apart, since the editor never shows them to a grammar.
    for (const match of text.matchAll(/([^\r\n]*)(?:\r\n|\r|\n|$)/g)) {
      const line = match[1] ?? '';
      const began = process.cpuUsage();
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      const { user, system } = process.cpuUsage(began);
      state = ruleStack;
      lines.push({
        text: line,
        tokens: tokens.map(({ startIndex, endIndex, scopes }) => ({
          start: match.index + startIndex,
          end: match.index + Math.min(endIndex, line.length),
          scopes,
        })),
        took: (user + system) / 1000,
      });
    }
    return lines;
  };
}
