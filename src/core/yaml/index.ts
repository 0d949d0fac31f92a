export { writeInline } from './scalars';
