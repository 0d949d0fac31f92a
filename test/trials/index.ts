import { anchors } from './anchors';
import { bytes } from './bytes';
import { git } from './git';
import { hostile } from './hostile';
import { installed } from './installed';
import { mergePeers } from './merge-peers';
import { merges } from './merges';
import { messages } from './messages';
import { mutants } from './mutants/mutants';
import { faults } from './saving/faults';
import { kills, signals } from './saving/kills';
import { writers } from './saving/writers';
import type { Trial } from './trial';

/** Every trial, in the order in which the whole table prints them. */
export const TRIALS: readonly Trial[] = [
  anchors,
  hostile,
  bytes,
  merges,
  mergePeers,
  git,
  kills,
  signals,
  faults,
  writers,
  installed,
  messages,
  ...mutants,
];
