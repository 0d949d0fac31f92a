import { openIndexPort } from '../../../src/editor/web/index-port';
import { indexesInAnotherThread } from '../support/indexing';

describe('the thread that indexes texts, in a browser', () => {
  it('starts from the built extension, answers, and ends', () => indexesInAnotherThread(openIndexPort));
});
