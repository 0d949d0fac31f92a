import { visible } from '../../../core/text';

/** A piece of HTML in which all text is escaped. Make it with `markup`; `Markup.of` takes HTML that is escaped already. */
export class Markup {
  private constructor(readonly html: string) {}

  static of(html: string): Markup {
    return new Markup(html);
  }
}

/** A value in a template: text, which is escaped, or pieces of HTML, which are not. */
type Part = string | number | Markup | readonly Markup[];

/**
 * Makes HTML of a template: `` markup`<b title="${name}">${name}</b>` ``. Text in it is escaped, for quoted attributes too, and
 * characters that hide or reorder text are spelled out.
 */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return Markup.of(strings.reduce((html, string, i) => html + write(parts[i - 1] ?? '') + string));
}

/** Text of several lines, each in a line of its own. */
export function lines(text: string): Markup {
  const all = text.split(/\r\n?|\n/).map((line) => write(line));
  return Markup.of(all.join('<br>'));
}

function write(part: Part): string {
  if (part instanceof Markup) return part.html;
  if (typeof part === 'object') return part.map(({ html }) => html).join('');
  return visible(String(part)).replace(/[&<>"'`]/g, (unit) => `&#${unit.charCodeAt(0)};`);
}
