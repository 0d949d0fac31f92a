// mocha loads this before the tests (`.mocharc.json`), once in each process.
import fc from 'fast-check';
import { share } from './trials';

// What a property is tried that names no number: fast-check's own 100, multiplied like all others.
fc.configureGlobal({ numRuns: share(100) });
