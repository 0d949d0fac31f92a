import type { EarlierText, Host } from '../host';
import { readSidecar } from '../sidecar/read-sidecar';
import { decodeText } from '../text/lines';
import type { ArchiveText } from './archive-text';
import { placeKey } from './places';

/** How many earlier contents are looked at. A place that twenty of them do not tell is hardly told by another. */
const MOST = 20;

/**
 * Finds the places of a text's lost annotations by its earlier contents, and checks places that are `unproven`; newest first, until every
 * place is known. Answers whether any place is better known now.
 */
export async function lookBack(text: ArchiveText, host: Host): Promise<boolean> {
  const state = text.state;
  if (!host.earlier || text.shifted || text.lookedBackAt === state || !text.wantsEarlier) return false;
  text.lookedBackAt = state;
  let better = false;
  let left = MOST;
  /** The records in the newest sidecar that is known; null while none is. */
  let newest: ReadonlySet<string> | null = null;
  for await (const version of host.earlier(text.path)) {
    const records = await recordsOf(version);
    // The text or the sidecar has changed meanwhile: the host looks back again after each change.
    if (text.state !== state) return better;
    newest ??= records;
    const isNews = (key: string) => newest?.has(key) === true && records?.has(key) === false;
    const earlier = decodeText(version.bytes);
    if (earlier !== null && earlier !== text.text && text.useEarlier(earlier, isNews)) better = true;
    if (--left === 0 || !text.wantsEarlier) break;
  }
  text.endLookingBack();
  return better;
}

/** The places that the records of an earlier sidecar name, each as `placeKey`; null where that sidecar is not known. */
async function recordsOf(version: EarlierText): Promise<ReadonlySet<string> | null> {
  if (!version.sidecar) return null;
  const bytes = await version.sidecar();
  const text = bytes === null ? null : decodeText(bytes);
  return new Set(text === null ? [] : readSidecar(text).annotations.map(placeKey));
}
