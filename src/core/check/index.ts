export { checkArchive, checkText } from './check';
export type { FileProblem } from './file-problem';
