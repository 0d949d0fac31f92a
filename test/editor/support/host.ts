/** The kinds of extension host: Node, and the web worker of vscode.dev, which has no Node. */
export type Host = 'node' | 'web';

/**
 * The kind of extension host that these tests run in.
 * `vscode.env.uiKind` cannot tell: it says what the window is, and a browser's window may well have its extensions in Node.
 */
export function host(): Host {
  return 'importScripts' in globalThis ? 'web' : 'node';
}
