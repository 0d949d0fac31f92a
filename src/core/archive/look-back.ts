import type { Host } from '../host';
import { decodeText } from '../text/lines';
import type { ArchiveText } from './archive-text';
import { needsReview } from '../anchor/needs-review';

/** How many earlier contents are looked at. A place that twenty of them do not tell is hardly told by another. */
const MOST = 20;

/**
 * Finds the places of a text's lost annotations by its earlier contents, newest first, until every place is known. Answers whether any
 * place is better known now.
 */
export async function lookBack(text: ArchiveText, host: Host): Promise<boolean> {
  const state = text.state;
  if (!host.earlier || text.shifted || text.lookedBackAt === state || !text.annotations.some(needsReview)) return false;
  text.lookedBackAt = state;
  let better = false;
  let left = MOST;
  for await (const bytes of host.earlier(text.path)) {
    // The text or the sidecar has changed meanwhile: the host looks back again after each change.
    if (text.state !== state) return better;
    const earlier = decodeText(bytes);
    if (earlier !== null && earlier !== text.text && text.useEarlier(earlier)) better = true;
    if (--left === 0 || !text.annotations.some(needsReview)) break;
  }
  return better;
}
