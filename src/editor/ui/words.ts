import { visible } from '../../core/text';

/** `3 posts`, `1 post`. */
export function many(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** What is known of several things, as one line. */
export function joined(parts: readonly (string | null | undefined)[], separator = ' · '): string {
  return parts.filter((part) => part).join(separator);
}

/** User text for a quick pick, which would otherwise draw `$(trash)` as an icon. */
export function iconless(text: string): string {
  return visible(text).replaceAll('$(', '\\$(');
}

/** User text in a tooltip: line by line, as a tooltip may have several. */
export function visibleLines(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(visible)
    .join('\n');
}
