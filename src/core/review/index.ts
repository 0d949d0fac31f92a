export { candidateSpans, candidatesOf, sameWords } from './candidates';
export type { ReviewCandidate } from './candidates';
export { acceptAllPlaces, acceptPlace, attach, mayAcceptUnseen, keepAsOrphan, renewId } from './decide';
export { LostPlaces } from './lost-places';
export { placeOfConflict } from './place-of-conflict';
export { countReview, reviewQueue, reviewText } from './queue';
export type { ReviewFile } from './queue';
export { spellDifference } from './spell-difference';
