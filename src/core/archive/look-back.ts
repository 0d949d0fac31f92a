import type { Host } from '../host';
import { decodeText } from '../text/lines';
import type { ArchiveText } from './archive-text';
import { needsReview } from '../anchor/needs-review';

/** How many earlier contents are looked at: a place that twenty versions do not tell, the twenty-first hardly will. */
const MOST = 20;

/**
 * Looks for the annotations of a text that have lost their place in its earlier contents, newest first, until every place is known.
 * Answers whether any place is known better now.
 */
export async function lookBack(text: ArchiveText, host: Host): Promise<boolean> {
  const state = text.state;
  if (!host.earlier || text.shifted || text.lookedBackAt === state || !text.annotations.some(needsReview)) return false;
  text.lookedBackAt = state;
  let better = false;
  let left = MOST;
  for await (const bytes of host.earlier(text.path)) {
    // Somebody has typed meanwhile, or the sidecar is another one: whoever changed it asks again.
    if (text.state !== state) return better;
    const earlier = decodeText(bytes);
    if (earlier !== null && earlier !== text.text && text.useEarlier(earlier)) better = true;
    if (--left === 0 || !text.annotations.some(needsReview)) break;
  }
  return better;
}
