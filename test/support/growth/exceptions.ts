/**
 * Functions that grow too fast with some input, by the start of `folder.name with the input`, and why they may for now.
 */
export const KNOWN: ReadonlyMap<string, string> = new Map([
  ['suggest.', 'suggestions compare every name with those that share a word with it'],
]);

const IN_ANOTHER = (name: string) => `called by the case of ${name}, with what that gives it`;
const ONE_RECORD = 'looks at one record, annotation or date, of which the fields are bounded';

/** Functions of faces without a case of their own, and why. */
export const NO_CASE: ReadonlyMap<string, string> = new Map([
  ['agreement.agreementText', IN_ANOTHER('agreement.measureAgreement')],
  ['anchor.needsReview', ONE_RECORD],
  ['archive.OpenArchive', 'opened for each case of an archive, and asked by all of them'],
  ['archive.warmUp', 'searches at most 200,000 code units of the registry, in steps'],
  ['bulk.inScope', IN_ANOTHER('bulk.findOccurrences')],
  ['bulk.isTagged', IN_ANOTHER('bulk.findOccurrences')],
  ['changes.changeOf', IN_ANOTHER('changes.changesByPost')],
  ['changes.createRecordFinder', IN_ANOTHER('changes.recordsOf')],
  ['changes.describeField', IN_ANOTHER('changes.changesByPost')],
  ['changes.describeFields', IN_ANOTHER('changes.changesByPost')],
  ['changes.fieldOf', ONE_RECORD],
  ['changes.nameOfRecord', ONE_RECORD],
  ['changes.summarizeChanges', IN_ANOTHER('changes.changesByPost')],
  ['decide.describeFoundArchive', IN_ANOTHER('decide.findArchives')],
  ['decide.setUpArchive', IN_ANOTHER('decide.findArchives')],
  ['entities.kindOf', 'compares a word with eight others'],
  ['indexing.SharedIndexer', 'shares tasks out between threads; the work of a task is that of archive.ArchiveText'],
  ['indexing.WorkerIndexer', 'hands tasks to another thread; the work of a task is that of archive.ArchiveText'],
  ['indexing.serveIndex', 'does in another thread what archive.ArchiveText does'],
  ['exchange.formatOfFiles', 'looks at the endings of names'],
  ['exchange.holdsAnnotations', IN_ANOTHER('exchange.planAnnotations')],
  ['exchange.isZip', 'looks at four bytes'],
  ['exchange.unpackZip', 'unpacks no more than it is allowed, each byte once; see test/core/exchange/hostile.test.ts'],
  ['lists.filterValues', IN_ANOTHER('lists.filterPosts')],
  ['lists.headerTexts', IN_ANOTHER('lists.groupPosts')],
  ['lists.postLabel', IN_ANOTHER('lists.groupPosts')],
  ['lists.sortPosts', IN_ANOTHER('lists.groupPosts')],
  ['merge.textIn', ONE_RECORD],
  ['registry-import.describeImport', IN_ANOTHER('registry-import.readTable')],
  ['registry-import.meaningsOf', IN_ANOTHER('registry-import.readTable')],
  ['registry-import.previewImport', IN_ANOTHER('registry-import.readTable')],
  ['registry-import.readEntries', IN_ANOTHER('registry-import.readTable')],
  ['registry-import.summarizeImport', IN_ANOTHER('registry-import.readTable')],
  ['registry-import.withoutHeading', IN_ANOTHER('registry-import.readTable')],
  ['review.attach', IN_ANOTHER('review.acceptPlace')],
  ['review.candidateSpans', IN_ANOTHER('review.candidatesOf')],
  ['review.countReview', IN_ANOTHER('review.reviewQueue')],
  ['review.keepAsOrphan', IN_ANOTHER('review.acceptPlace')],
  ['review.mayAcceptUnseen', ONE_RECORD],
  ['review.renewId', IN_ANOTHER('review.acceptPlace')],
  ['review.sameWords', IN_ANOTHER('review.candidatesOf')],
  ['suggest.inTurns', IN_ANOTHER('suggest.suggestAll')],
  ['suggest.openSuggestions', IN_ANOTHER('suggest.suggestAll')],
  ['suggest.suggestedFor', IN_ANOTHER('suggest.suggestAll')],
  ['suggest.undecided', IN_ANOTHER('suggest.suggestAll')],
  ['text.byPlace', 'compares two spans'],
  ['text.contains', 'compares two spans'],
  ['text.overlaps', 'compares two spans'],
]);
