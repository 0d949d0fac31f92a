import { OpenArchive } from '../../src/core/archive/open-archive';
import type { ArchiveText } from '../../src/core/archive/archive-text';
import type { Decision } from '../../src/core/decision';
import type { Span } from '../../src/core/text/span';
import { MemoryHost } from './memory-host';

// A small archive of two posts, as most tests of the archive need one.

export const TEXT_PATH = 'archives/harbour.txt';
export const SIDECAR_PATH = `${TEXT_PATH}.gloss.yaml`;

export const TEXT = `Posts tagged ‘Harbour’

The harbour is closed

May 4, 2016

The harbour is closed, Coastal Review, Mara Lind, May 4, 2016

Mara Lind argues that time has come to break barriers of sects. The Call replied at once.

Nobody asked the people of Basra.

A bridge for Basra

June 1, 2017

A bridge for Basra, Coastal Review, Jon Vey, June 1, 2017

The Call returns. Jon Vey saw the new bridge open in the rain.
`;

export const FILES: Readonly<Record<string, string>> = {
  'postgloss.yaml': `postgloss: 1
archives:
  - files: "archives/**/*.txt"
tags:
  - id: claim
  - id: question
`,
  'entities.gloss.yaml': `postgloss: 1
entities:
  - id: mara-lind
    name: Mara Lind
    type: person
  - id: the-call
    name: The Call
    type: organization
  - id: ad-dawah-party
    name: Ad-Dawah
    type: organization
    aliases:
      - The Call
  - id: basra
    name: Basra
    type: place
`,
  [TEXT_PATH]: TEXT,
};

export interface Opened {
  readonly host: MemoryHost;
  readonly archive: OpenArchive;
  readonly text: ArchiveText;
}

/** Opens an archive of these files in place of, or besides, the usual ones; a file that is null is left out. */
export async function openArchive(files: Readonly<Record<string, string | Uint8Array | null>> = {}): Promise<Opened> {
  const all = Object.entries({ ...FILES, ...files }).filter((entry): entry is [string, string] => entry[1] !== null);
  const host = new MemoryHost(Object.fromEntries(all));
  const archive = new OpenArchive(host);
  await archive.open();
  const text = archive.text(TEXT_PATH);
  if (!text) throw new Error('The archive lacks its text.');
  return { host, archive, text };
}

/** Applies a decision as a host does, and waits until the archive has read it. A refusal is an error. */
export async function decide({ host, archive }: Opened, decision: Decision): Promise<void> {
  if (!decision.ok) throw new Error(decision.why);
  host.write(decision.edits);
  await archive.refresh([]);
}

/** The span of a passage in the text, the n-th of its places. */
export function spanOf(text: string, passage: string, n = 1): Span {
  let start = -1;
  for (let i = 0; i < n; i++) start = text.indexOf(passage, start + 1);
  if (start < 0) throw new Error(`The text lacks “${passage}”.`);
  return { start, end: start + passage.length };
}
