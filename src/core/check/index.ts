export { checkArchive, checkSidecar } from './check';
export type { FileProblem } from './file-problem';
