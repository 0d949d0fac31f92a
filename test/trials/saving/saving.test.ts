import { testShare } from '../share';
import { canTrace, faults } from './faults';
import { kills, signals } from './kills';
import { writers } from './writers';

describe('C5, C7, F3: saving, at random', () => {
  testShare(kills, 40, { isSlow: true });
  testShare(signals, 20, { isSlow: true });
  testShare(writers, 240, { isSlow: true });
});

describe('C1–C5: saving, with every system call failing', () => {
  before(function () {
    if (canTrace()) return;
    console.log('    strace is not there, or may not trace: the faults of system calls are not tried.');
    this.skip();
  });

  testShare(faults, 20, { isSlow: true });
});
