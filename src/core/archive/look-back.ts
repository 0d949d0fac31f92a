import type { EarlierText, Host } from '../host';
import { readSidecar } from '../sidecar/read-sidecar';
import { decodeText } from '../text/decode';
import { decodeAs } from '../text/encodings';
import type { ArchiveText } from './archive-text';
import { placeKey } from './places';

/** How many earlier contents are looked at. A place that twenty of them do not tell is hardly told by another. */
const MOST = 20;

/**
 * Finds the places of a text's lost annotations by its earlier contents, and checks places that are `unproven`; newest first, until every
 * place is known. Answers whether any place is better known now.
 */
export async function lookBack(text: ArchiveText, host: Host): Promise<boolean> {
  const { state } = text;
  // A function, as the compiler would take the field for unchanged across an `await`.
  const hasChanged = () => text.state !== state;
  if (!host.earlier || text.shifted || text.lookedBackAt === state || !text.wantsEarlier()) return false;
  text.lookedBackAt = state;
  let better = false;
  let left = MOST;
  for await (const version of host.earlier(text.path)) {
    const earlier = decodeAs(version.bytes, text.rule.encoding);
    const tells = earlier !== null && earlier !== text.text;
    const isNews = tells ? await newsSince(version) : null;
    // The text or the sidecar has changed meanwhile: the host looks back again after each change.
    if (hasChanged()) return better;
    if (tells && isNews && text.useEarlier(earlier, isNews)) better = true;
    if (--left === 0 || !text.wantsEarlier()) break;
  }
  text.endLookingBack();
  return better;
}

/**
 * Whether a record, by its `placeKey`, was made after an earlier content was replaced: the last known sidecar has it, and the one of that
 * time has not. A record that no known sidecar has may be as old as the content.
 */
async function newsSince(version: EarlierText): Promise<(key: string) => boolean> {
  if (!version.sidecars) return () => false;
  const { then, last } = await version.sidecars();
  const [before, after] = [recordsOf(then), recordsOf(last)];
  return (key) => after.has(key) && !before.has(key);
}

function recordsOf(sidecar: Uint8Array | null): ReadonlySet<string> {
  const text = sidecar === null ? null : decodeText(sidecar);
  return new Set(text === null ? [] : readSidecar(text).annotations.map(placeKey));
}
