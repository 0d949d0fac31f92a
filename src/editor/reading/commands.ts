import type { Command } from '../commands/command';
import type { ReadingContext } from './context';
import { resumeReading, stopReading } from './stop-reading';
import { toggleHighlights } from './toggle-highlights';

export const readingCommands: readonly Command<ReadingContext>[] = [resumeReading, stopReading, toggleHighlights];
