export { readArchive } from './read-archive';
