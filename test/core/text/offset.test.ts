import assert from 'node:assert/strict';
import { findStrings } from '../../../src/core/anchor/find-strings';
import { postAt } from '../../../src/core/posts/post-at';
import { comparable, fold } from '../../../src/core/text/comparable';
import { advance, sliceText } from '../../../src/core/text/comparable-text';
import { indexLines } from '../../../src/core/text/lines';
import type { ComparableOffset, ComparableText } from '../../../src/core/text/offset';
import { overlaps, type ComparableSpan, type Span } from '../../../src/core/text/span';

/** Never called. The compiler checks that each line under a comment is an error. */
function mix(text: string, span: Span, offset: number): unknown[] {
  const whole = comparable(text);
  const comparableSpan = whole.comparableSpan(span);
  const { start, end } = comparableSpan;
  return [
    // @ts-expect-error -- a comparable span is no span of a text
    comparableSpan satisfies Span,
    // @ts-expect-error -- comparable offsets make no span of a text
    { start, end } satisfies Span,
    // @ts-expect-error -- a span of a text is no comparable span
    span satisfies ComparableSpan,
    // @ts-expect-error -- a plain number is no comparable offset
    offset satisfies ComparableOffset,
    // @ts-expect-error -- a computed number is no comparable offset; see `advance`
    (start + 1) satisfies ComparableOffset,
    // @ts-expect-error -- a text is not in comparable form before it is folded
    text satisfies ComparableText,
    // @ts-expect-error -- it takes a comparable span
    whole.originalSpan(span),
    // @ts-expect-error -- it takes a span of the text
    whole.comparableSpan(comparableSpan),
    // @ts-expect-error -- it takes a comparable offset
    whole.original(offset),
    // @ts-expect-error -- it takes a comparable offset
    whole.endOf(offset),
    // @ts-expect-error -- it takes an offset of the text
    whole.from(start),
    // @ts-expect-error -- it takes a comparable offset
    whole.paragraphAt(offset),
    // @ts-expect-error -- it takes two spans of one kind
    overlaps(span, comparableSpan),
    // @ts-expect-error -- it takes a comparable span
    sliceText(whole.text, span),
    // @ts-expect-error -- it takes a text in comparable form
    sliceText(text, comparableSpan),
    // @ts-expect-error -- it takes a comparable offset
    advance(offset, 1),
    // @ts-expect-error -- it takes a text in comparable form
    findStrings(text, [fold(text)]),
    // @ts-expect-error -- it takes strings in comparable form
    findStrings(whole.text, [text]),
    // @ts-expect-error -- it takes an offset of the text
    indexLines(text).lineAt(start),
    // @ts-expect-error -- it takes an offset of the text
    postAt([], start),
  ];
}

describe('offsets of a text and of its comparable form', () => {
  it('differ for the compiler, and are plain numbers when the program runs', () => {
    assert.equal(typeof mix, 'function');
    const whole = comparable('So  it\r\nis.');
    const span = whole.comparableSpan({ start: 4, end: 6 });
    assert.deepEqual(span, { start: 3, end: 5 });
    assert.equal(sliceText(whole.text, span), 'it');
    assert.deepEqual(whole.originalSpan(span), { start: 4, end: 6 });
    assert.equal(advance(span.start, 2), 5);
  });
});
