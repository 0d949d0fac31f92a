import { testShare } from '../share';
import { canTrace, faults } from './faults';
import { kills, signals } from './kills';
import { writers } from './writers';

describe('C5, C7, F3: saving, at random', () => {
  testShare(kills, 40);
  testShare(signals, 20);
  testShare(writers, 240);
});

describe('C1–C5: saving, with every system call failing', () => {
  before(function () {
    if (canTrace()) return;
    console.log('    strace is not there, or may not trace: the faults of system calls are not tried.');
    this.skip();
  });

  testShare(faults, 20);
});
