/**
 * Functions that grow too fast with some input, by the start of `folder.name with the input`, and why they may for now.
 */
export const KNOWN: ReadonlyMap<string, string> = new Map([
  ['search.search with entities of one', 'posts are listed for each of the entities that an unsettled name may mean'],
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
  ['decide.offersOf', IN_ANOTHER('decide.findArchives')],
  ['decide.setUpArchive', IN_ANOTHER('decide.findArchives')],
  ['entities.kindOf', 'compares a word with eight others'],
  ['imported.describeReport', 'lists at most 100 problems and 20 paths of a kind'],
  ['imported.Importer', IN_ANOTHER('import-archive.readArchive')],
  ['indexing.SharedIndexer', 'shares tasks out between threads; the work of a task is that of archive.ArchiveText'],
  ['indexing.WorkerIndexer', 'hands tasks to another thread; the work of a task is that of archive.ArchiveText'],
  ['indexing.serveIndex', 'does in another thread what archive.ArchiveText does'],
  ['lists.filterValues', IN_ANOTHER('lists.filterPosts')],
  ['lists.headerTexts', IN_ANOTHER('lists.groupPosts')],
  ['lists.postLabel', IN_ANOTHER('lists.groupPosts')],
  ['lists.sortPosts', IN_ANOTHER('lists.groupPosts')],
  ['merge.textIn', ONE_RECORD],
  ['query.parseQuery', 'refuses a query of more than 2,000 characters'],
  ['registry-import.describeImport', IN_ANOTHER('tables.readTable')],
  ['registry-import.meaningsOf', IN_ANOTHER('tables.readTable')],
  ['registry-import.previewImport', IN_ANOTHER('tables.readTable')],
  ['registry-import.readEntries', IN_ANOTHER('tables.readTable')],
  ['registry-import.summarizeImport', IN_ANOTHER('tables.readTable')],
  ['review.attach', IN_ANOTHER('review.acceptPlace')],
  ['review.candidateSpans', IN_ANOTHER('review.candidatesOf')],
  ['review.countReview', IN_ANOTHER('review.reviewQueue')],
  ['review.keepAsOrphan', IN_ANOTHER('review.acceptPlace')],
  ['review.mayAcceptUnseen', ONE_RECORD],
  ['review.renewId', IN_ANOTHER('review.acceptPlace')],
  ['review.sameWords', IN_ANOTHER('review.candidatesOf')],
  ['search.concordance', IN_ANOTHER('search.search')],
  ['search.unanswerable', 'looks at the terms of a query, which are 200 at most'],
  ['suggest.inTurns', IN_ANOTHER('suggest.suggestAll')],
  ['suggest.openSuggestions', IN_ANOTHER('suggest.suggestAll')],
  ['suggest.suggestedFor', IN_ANOTHER('suggest.suggestAll')],
  ['suggest.undecided', IN_ANOTHER('suggest.suggestAll')],
  ['tables.withoutHeading', IN_ANOTHER('tables.readTable')],
  ['entities.isWritten', 'looks for one word among two'],
  ['text.byPlace', 'compares two spans'],
  ['text.contains', 'compares two spans'],
  ['text.overlaps', 'compares two spans'],
]);
