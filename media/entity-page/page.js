// The script of an entity's page: tells the extension which button was pressed, and takes over what has changed meanwhile.
// @ts-check
(() => {
  // @ts-expect-error VS Code brings this function into its web pages.
  const vscode = acquireVsCodeApi();
  const main = /** @type {HTMLElement} */ (document.querySelector('main'));
  const about = JSON.parse(document.body.dataset.state ?? '{}');

  /** Each part as it was written, before anybody unfolded anything in it. */
  const written = new Map([...main.children].map((part) => [part.id, part.outerHTML]));

  const details = () => [...document.querySelectorAll('details')];
  const keep = () => vscode.setState({ ...about, scroll: window.scrollY, unfolded: details().map(({ open }) => open) });

  /** What was kept of an earlier showing, until there is something to be scrolled and unfolded. */
  let kept = vscode.getState();
  function restore() {
    if (!kept || main.children.length < 2) return;
    const { scroll, unfolded } = kept;
    kept = null;
    if (Array.isArray(unfolded)) details().forEach((one, i) => (one.open = unfolded[i] === true));
    if (typeof scroll === 'number') window.scrollTo(0, scroll);
  }
  vscode.setState({ ...about, ...kept });
  restore();
  window.addEventListener('scroll', () => kept || keep(), { passive: true });
  document.addEventListener('toggle', () => kept || keep(), true);

  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button[data-go]') : null;
    if (button instanceof HTMLElement) vscode.postMessage(JSON.parse(button.dataset.go ?? 'null'));
  });

  window.addEventListener('message', ({ data }) => {
    if (data?.kind !== 'page' || typeof data.html !== 'string') return;
    // A document that is parsed so runs no script and loads nothing.
    const parts = [...new DOMParser().parseFromString(data.html, 'text/html').body.children];
    const ids = new Set(parts.map(({ id }) => id));
    for (const part of [...main.children]) if (!ids.has(part.id)) part.remove();
    for (const part of parts) take(part);
    restore();
  });

  vscode.postMessage({ kind: 'ready' });

  /** Puts a part in the place of the one of its id, where it differs; what was focused or unfolded in it stays so. */
  function take(/** @type {Element} */ part) {
    const html = part.outerHTML;
    const old = document.getElementById(part.id);
    if (old && written.get(part.id) === html) return;
    written.set(part.id, html);
    const fresh = document.importNode(part, true);
    if (!old) {
      main.append(fresh);
      return;
    }
    const unfolded = [...old.querySelectorAll('details')].map(({ open }) => open);
    [...fresh.querySelectorAll('details')].forEach((details, i) => (details.open = unfolded[i] ?? false));
    const stops = (/** @type {Element} */ within) => [...within.querySelectorAll('button, a, summary')];
    const at = stops(old).findIndex((stop) => stop === document.activeElement);
    const go = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.go : undefined;
    old.replaceWith(fresh);
    if (at < 0) return;
    const again = stops(fresh);
    const same = again.find((stop) => stop instanceof HTMLElement && go !== undefined && stop.dataset.go === go);
    const next = same ?? again[Math.min(at, again.length - 1)];
    if (next instanceof HTMLElement) next.focus({ preventScroll: true });
  }
})();
