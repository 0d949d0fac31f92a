import { markup, type Markup } from './markup';

/** The entity of a page. The window keeps it, so that the page can be restored after a reload. */
export interface PageState {
  /** The address of the archive's root. */
  readonly archive: string;
  readonly entity: string;
}

/** The addresses of the page's own files. */
export interface PageFiles {
  readonly style: string;
  readonly script: string;
  /** Their source in the content security policy. */
  readonly source: string;
}

/**
 * The whole document of a page. It may load its own style sheet and run its own script, and nothing else: no picture, no font, no
 * request to anywhere.
 *
 * @param nonce an unguessable word that lets the script run, another one each time
 */
export function pageDocument(
  title: string,
  content: Markup,
  state: PageState,
  files: PageFiles,
  nonce: string,
): string {
  const policy = [
    "default-src 'none'",
    `style-src ${files.source}`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${files.style}">
<title>${title}</title>
</head>
<body data-state="${JSON.stringify(state)}">
<main>
${content}
</main>
<script nonce="${nonce}" src="${files.script}"></script>
</body>
</html>
`.html;
}

/** Reads the state that the window kept; null where it is not one. */
export function toPageState(value: unknown): PageState | null {
  if (typeof value !== 'object' || value === null) return null;
  const { archive, entity } = value as Record<string, unknown>;
  return typeof archive === 'string' && typeof entity === 'string' ? { archive, entity } : null;
}
