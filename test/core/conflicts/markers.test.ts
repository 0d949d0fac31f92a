import assert from 'node:assert/strict';
import { hasMarkers, sideOf, splitMarkers } from '../../../src/core/conflicts/markers';

describe('conflict markers', () => {
  it('are taken apart in the style that git uses by default', () => {
    const marked = splitMarkers('a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> a branch\nd\n');
    assert.ok(marked);
    assert.deepEqual(marked.labels, { ours: 'HEAD', theirs: 'a branch' });
    assert.equal(sideOf(marked, 'ours'), 'a\nb\nd\n');
    assert.equal(sideOf(marked, 'theirs'), 'a\nc\nd\n');
    assert.equal(sideOf(marked, 'base'), null);
  });

  it('tell what both started from in the styles diff3 and zdiff3', () => {
    const marked = splitMarkers('a\n<<<<<<< HEAD\nb\n||||||| 1a2b3c4\nold\n=======\n>>>>>>> x\n');
    assert.ok(marked);
    assert.equal(sideOf(marked, 'base'), 'a\nold\n');
    assert.equal(sideOf(marked, 'theirs'), 'a\n');
  });

  it('may stand in what both started from, longer by some signs', () => {
    const inner = '<<<<<<<<< Temporary 1\nx\n=========\ny\n>>>>>>>>> Temporary 2\n';
    const marked = splitMarkers(`<<<<<<< HEAD\nb\n||||||| merged\n${inner}=======\nc\n>>>>>>> x\n`);
    assert.ok(marked);
    assert.equal(sideOf(marked, 'base'), inner);
  });

  it('may have any length from seven on, and CRLF behind them', () => {
    const text = '<<<<<<<<<< ours\r\nb\r\n==========\r\nc\r\n>>>>>>>>>> theirs\r\n';
    const marked = splitMarkers(text);
    assert.ok(marked);
    assert.equal(marked.size, 10);
    assert.deepEqual(marked.labels, { ours: 'ours', theirs: 'theirs' });
    assert.ok(hasMarkers(text));
  });

  for (const [what, text] of Object.entries({
    'there are none': 'a\nb\n',
    'the last one is missing': '<<<<<<< HEAD\nb\n=======\nc\n',
    'the middle one is missing': '<<<<<<< HEAD\nb\n>>>>>>> x\n',
    'the first one is missing': 'b\n=======\nc\n>>>>>>> x\n',
    'one stands in another': '<<<<<<< HEAD\n<<<<<<< HEAD\n=======\n=======\n>>>>>>> x\n>>>>>>> x\n',
    'a line is a marker only nearly': '<<<<<<<HEAD\nb\n',
  })) {
    it(`are not taken apart where ${what}`, () => assert.equal(splitMarkers(text), null));
  }
});
