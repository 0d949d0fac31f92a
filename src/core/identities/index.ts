export type { IdentityChange, NameInPost, Splitting } from './change';
export { changeIdentity, identityParts } from './parts';
export { previewIdentityChange } from './preview';
export type { IdentityPreview } from './preview';
export { refuseIdentityChange } from './refuse';
export { countSpellings, linkedAnnotations, spellingsByPost } from './splittable';
export type { LinkedAnnotation } from './splittable';
export { textEdits } from './text-edits';
