// Offsets in a text and offsets in its comparable form (see `comparable`), both in UTF-16 code units, must never be mixed. A brand, which
// exists only for the compiler, keeps them apart. Only text/comparable.ts and text/comparable-text.ts convert. The compiler does not see
// one thing: arithmetic turns a comparable offset into a plain number, which counts as an offset in a text. So calculate with `advance`.

declare const FORM: unique symbol;

/** An offset in a text as an editor shows it. Every number is one, except an offset in a comparable form. */
export type Offset = number & { readonly [FORM]?: never };

/** An offset in a text that is in comparable form. */
export type ComparableOffset = number & { readonly [FORM]: 'comparable' };

/** A text in comparable form, or a part of one. */
export type ComparableText = string & { readonly [FORM]: 'comparable' };
