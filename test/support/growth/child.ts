import { GROWTH_CASES } from '.';
import { answer } from './answer';

// Bundled with counters, and run as a process of its own.
answer(GROWTH_CASES);
