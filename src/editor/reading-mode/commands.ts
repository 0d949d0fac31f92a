import type { Command } from '../commands/command';
import type { ReadingModeContext } from './context';
import { toggleReading } from './toggle-reading';

export const readingModeCommands: readonly Command<ReadingModeContext>[] = [toggleReading];
