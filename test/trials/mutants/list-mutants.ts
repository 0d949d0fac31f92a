import ts from 'typescript';

/** A small change of a source, of the kind that people make by mistake: `<` for `<=`, a bound that is one off, a forgotten call. */
export interface Mutant {
  /** The file, as it was given. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** The text of that line, without the spaces around it. */
  readonly lineText: string;
  /** What is changed, as in `< → <=`; a second change of a line that would read the same ends in ` #2`. */
  readonly change: string;
  /** The offsets of what is replaced, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** All mutants of a TypeScript source, in the order of its text. Each compiles, though its types may no longer fit. */
export function listMutants(file: string, source: string): Mutant[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const lines = source.split('\n');
  const found: Mutant[] = [];
  const seen = new Map<string, number>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
    for (const { at, text, change } of changesOf(node)) {
      const start = at.getStart(tree);
      const line = tree.getLineAndCharacterOfPosition(start).line + 1;
      const name = change ?? `${shortened(at.getText(tree))} → ${shortened(text)}`;
      const times = (seen.get(`${line} ${name}`) ?? 0) + 1;
      seen.set(`${line} ${name}`, times);
      const lineText = lines[line - 1]?.trim() ?? '';
      const told = times === 1 ? name : `${name} #${times}`;
      found.push({ file, line, lineText, change: told, start, end: at.getEnd(), replacement: text });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The source with one mutant in the place of what it replaces. */
export function withMutant(source: string, { start, end, replacement }: Mutant): string {
  return source.slice(0, start) + replacement + source.slice(end);
}

/** A node and the text in its place. `change` tells it where the two texts would be too long. */
interface Change {
  readonly at: ts.Node;
  readonly text: string;
  readonly change?: string;
}

const OPERATORS: ReadonlyMap<string, string> = new Map([
  ['<', '<='],
  ['<=', '<'],
  ['>', '>='],
  ['>=', '>'],
  ['===', '!=='],
  ['!==', '==='],
  ['&&', '||'],
  ['||', '&&'],
  ['+', '-'],
  ['-', '+'],
]);

/** The methods whose arguments are bounds of a text or a list. */
const SLICES: ReadonlySet<string> = new Set(['slice', 'substring', 'subarray', 'at', 'toSpliced', 'splice']);

function changesOf(node: ts.Node): Change[] {
  if (ts.isBinaryExpression(node)) return operatorChanges(node);
  if (ts.isNumericLiteral(node)) return numberChanges(node);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [{ at: node, text: 'false' }];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [{ at: node, text: 'true' }];
  if (ts.isConditionalExpression(node)) return negated(node.condition);
  if (ts.isWhileStatement(node)) return negated(node.expression);
  if (ts.isIfStatement(node)) return [...negated(node.expression), ...(isEarlyExit(node) ? [removed(node)] : [])];
  if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) return [removed(node)];
  if (ts.isCallExpression(node)) return boundChanges(node);
  return [];
}

function operatorChanges({ left, operatorToken, right }: ts.BinaryExpression): Change[] {
  const text = OPERATORS.get(operatorToken.getText());
  if (text === undefined) return [];
  // Texts are joined by `+` too. Without that, the result is no text at all, which no test could miss.
  if (operatorToken.kind === ts.SyntaxKind.PlusToken && (isText(left) || isText(right))) return [];
  return [{ at: operatorToken, text }];
}

function isText(node: ts.Expression): boolean {
  if (ts.isBinaryExpression(node)) return isText(node.left) || isText(node.right);
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

/** Numbers that are written in another way, such as `0xfeff`, are characters and bits rather than bounds. */
function numberChanges(node: ts.NumericLiteral): Change[] {
  const number = node.getText().replaceAll('_', '');
  if (!/^\d+$/.test(number)) return [];
  return [1, -1].map((step) => ({ at: node, text: inPlaceOf(node, Number(number) + step) }));
}

/** A negative number behind a minus sign needs its brackets. */
function inPlaceOf(node: ts.Node, number: number): string {
  return number < 0 && ts.isPrefixUnaryExpression(node.parent) ? `(${number})` : String(number);
}

function negated(condition: ts.Expression): Change[] {
  const text = condition.getText();
  return [{ at: condition, text: `!(${text})`, change: `${shortened(text)} negated` }];
}

function removed(node: ts.Node): Change {
  return { at: node, text: ';', change: `${shortened(node.getText())} removed` };
}

/** `if (…) return;` and the like, without an `else`. */
function isEarlyExit({ thenStatement, elseStatement }: ts.IfStatement): boolean {
  if (elseStatement) return false;
  return (
    ts.isReturnStatement(thenStatement) ||
    ts.isContinueStatement(thenStatement) ||
    ts.isBreakStatement(thenStatement) ||
    ts.isThrowStatement(thenStatement)
  );
}

function boundChanges({ expression, arguments: bounds }: ts.CallExpression): Change[] {
  if (!ts.isPropertyAccessExpression(expression) || !SLICES.has(expression.name.text)) return [];
  const places = bounds.slice(0, 2).filter((bound) => !ts.isNumericLiteral(bound) && !ts.isSpreadElement(bound));
  return places.flatMap((at) => ['+', '-'].map((sign) => ({ at, text: `${at.getText()} ${sign} 1` })));
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
}
