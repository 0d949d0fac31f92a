/** Annotations on their way to other tools and back. Formats are in formats.ts, the values between them and the archive in model.ts. */
export { exportArchive } from './export';
export type { ByteFiles, Format } from './format';
export { FORMATS } from './formats';
export { formatOfFiles, holdsAnnotations } from './guess';
export { planAnnotations } from './plan-import';
export type { AnnotationImport, ImportRow } from './plan-import';
export type { Loss } from './model';
export { isZip, packZip, unpackZip } from './zip';
