import { OpenArchive } from '../../src/core/archive/open-archive';
import { MemoryHost } from './memory-host';

const HARBOUR = `Posts tagged ‘Harbour’

The harbour is closed

May 4, 2016

The harbour is closed, Coastal Review, Mara Lind, May 4, 2016

The Port Office of Velmora closed the harbour on Tuesday. Captain Qasim Oran called the step “a mistake”.

Who pays for the wall?

March 12, 2017

Who pays for the wall?, The Lantern, March 12, 2017

The sea wall of Velmora has a new owner. According to the Port Office, nobody insured it.

A captain’s last voyage

November 30, 2017

A captain’s last voyage, COASTAL REVIEW, Jon Berg, November 30, 2017

Captain Oran left Velmora for good. Oran took the bell with him.
`;

const FILES = {
  'postgloss.yaml': `postgloss: 1
archives:
  - files: "archives/*.txt"
  - files: "notes/*.md"
tags:
  - id: evidence
  - id: claim
  - id: claim/unsourced
`,
  'entities.gloss.yaml': `postgloss: 1
entities:
  - id: port-office
    name: Port Office
    type: organization
  - id: mara-lind
    name: Mara Linden
    type: person
  - id: oran
    name: Qasim Oran
    type: person
    aliases:
      - Oran
  - id: albatross
    name: Albatross
    type: ship
  - id: velmora
    name: Velmora
    type: place
`,
  'archives/harbour.txt': HARBOUR,
  'archives/harbour.txt.gloss.yaml': `postgloss: 1
annotations:
  - id: last
    quote: took the bell with him
    tags:
      - claim/unsourced
  - id: first
    quote: a mistake
    before: "Captain Qasim Oran called the step “"
    after: "”. Who pays for the wall?"
    tags:
      - claim
      - evidence
    note: Compare the wall.
  - id: gone
    post: 2016-05-04/the-harbour-is-closed
    quote: the keeper of the light
    tags:
      - rumour
  - quote: nobody insured it
    note: By hand.
`,
  'notes/2018-01-05-bell.md': `---
title: The bell
author: Mara Lind
---

A diver from Velmora says that he has seen it.
`,
  'notes/untitled.md': 'Nothing but text.\n',
};

/** An archive with a file of three posts, two notes of one post each, and four annotations, read to the end. */
export async function harbourArchive(others: Readonly<Record<string, string>> = {}): Promise<OpenArchive> {
  const archive = new OpenArchive(new MemoryHost({ ...FILES, ...others }));
  await archive.open();
  return archive;
}
