import { activeText } from '../archive/active-text';
import type { Command } from '../commands/command';
import { say, whisper } from '../ui/say';
import type { ReadingModeContext } from './context';

/**
 * Opens the text in front for editing, or locks it for reading. Remembered for this text. A key binding may name one of them:
 * `"args": { "mode": "reading" }`.
 */
export const toggleReading: Command<ReadingModeContext> = {
  id: 'postgloss.toggleReading',
  async run({ archives, texts }, argument) {
    const active = await activeText(archives);
    if (!active) return;
    const { document } = active.editor;
    const toEditing =
      argument.text('mode') === 'editing' || (argument.text('mode') === null && texts.isLocked(document.uri));
    if (toEditing) {
      await texts.choose(document.uri, 'editing');
      whisper('This text can be changed now.');
    } else if (document.isDirty) {
      say('The text has unsaved changes, and a locked text cannot be saved. Save it first, then lock it.');
    } else {
      await texts.choose(document.uri, 'reading');
      whisper('This text is locked for reading.');
    }
  },
};
