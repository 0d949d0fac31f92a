import assert from 'node:assert/strict';
import { byline } from './text';

const credit = (line: string, title?: string) => {
  const { source, author } = byline(line, title);
  return [source, author];
};

describe('the credit of a byline', () => {
  it('joins several authors, and what belongs to a name behind a comma', () => {
    assert.deepEqual(credit('The harbour is closed, Coastal Review, Mara Lind, Jon Vey and Ada Roe, May 4, 2016'), [
      'Coastal Review',
      'Mara Lind, Jon Vey and Ada Roe',
    ]);
    assert.deepEqual(credit('The harbour is closed, Tribune, Inc., Jon Vey, Jr., May 4, 2016'), [
      'Tribune, Inc.',
      'Jon Vey, Jr.',
    ]);
    assert.deepEqual(credit('The harbour is closed, Coastal Review, Mara Lind, Rotterdam, May 4, 2016'), [
      'Coastal Review',
      'Mara Lind',
    ]);
  });

  it('follows explicit words', () => {
    assert.deepEqual(credit('The harbour is closed, by Mara Lind, May 4, 2016'), [null, 'Mara Lind']);
    assert.deepEqual(credit('The harbour is closed, Coastal Review, by Mara Lind, May 4, 2016'), [
      'Coastal Review',
      'Mara Lind',
    ]);
    assert.deepEqual(credit('The harbour is closed, By Mara Lind, Coastal Review, May 4, 2016'), [
      'Coastal Review',
      'Mara Lind',
    ]);
    assert.deepEqual(credit('The harbour is closed, Coastal Review by Mara Lind, May 4, 2016'), [
      'Coastal Review',
      'Mara Lind',
    ]);
    assert.deepEqual(credit('The harbour is closed, Mara Lind for Coastal Review, May 4, 2016'), [
      'Coastal Review',
      'Mara Lind',
    ]);
    assert.deepEqual(credit('The harbour is closed, by Mara Lind for Coastal Review, May 4, 2016'), [
      'Coastal Review',
      'Mara Lind',
    ]);
    assert.deepEqual(credit('The harbour is closed, Center for Harbour Policy, May 4, 2016'), [
      'Center for Harbour Policy',
      null,
    ]);
    assert.deepEqual(credit('The harbour is closed, Stand by Me, May 4, 2016'), ['Stand by Me', null]);
  });

  it('without the title counts when it has the date and a publication, which then says where the source stands', () => {
    assert.deepEqual(credit('Coastal Review, Mara Lind, May 4, 2016'), ['Coastal Review', 'Mara Lind']);
    assert.deepEqual(credit('Nobody sails, Coastal Review, Mara Lind, May 4, 2016'), ['Coastal Review', 'Mara Lind']);
  });

  it('may name a source that begins small', () => {
    assert.deepEqual(credit('The harbour is closed, the Guardian, Mara Lind, May 4, 2016'), [
      'the Guardian',
      'Mara Lind',
    ]);
    assert.deepEqual(credit('The harbour is closed, the Guardian, Mara Lind'), ['the Guardian', 'Mara Lind']);
    assert.deepEqual(credit('The harbour is closed, gCaptain, Staff, May 4, 2016'), ['gCaptain', 'Staff']);
  });
});
