import { visible } from '../../core/text';

/** `3 posts`, `1 post`. */
export function many(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** Joins the parts that are not empty. */
export function joined(parts: readonly (string | null | undefined)[], separator = ' · '): string {
  return parts.filter((part) => part).join(separator);
}

/** User text of several lines for a tooltip, each line made visible. */
export function visibleLines(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(visible)
    .join('\n');
}
