import * as vscode from 'vscode';
import type { Command } from '../commands/command';
import { mentionLocations } from '../mentions/mention-locations';
import { whisper } from '../ui/say';
import type { EntitiesContext } from './context';
import { meantEntity } from './meant-entities';

/** Lists every mention of an entity in the editor's own references view. */
export const showMentions: Command<EntitiesContext> = {
  id: 'postgloss.showMentions',
  async run(context, argument) {
    const target = await meantEntity(context, argument, 'Show Mentions');
    if (!target) return;
    await target.archive.core.open();
    const locations = mentionLocations(target.archive, target.entity);
    const [first] = locations;
    if (!first) {
      whisper('This entity is mentioned nowhere in the archive.');
      return;
    }
    // The references view asks the reference provider at a place; any mention of the entity gives the same list.
    const place = here(locations) ?? first;
    const document = await vscode.workspace.openTextDocument(place.uri);
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(place.range.start, place.range.start);
    editor.revealRange(place.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    await vscode.commands.executeCommand('references-view.findReferences', place.uri, place.range.start);
  },
};

/** The mention at the cursor, if there is one, so that the list opens without moving the cursor. */
function here(locations: readonly vscode.Location[]): vscode.Location | undefined {
  const editor = vscode.window.activeTextEditor;
  return locations.find(
    ({ uri, range }) => uri.toString() === editor?.document.uri.toString() && range.contains(editor.selection.active),
  );
}
