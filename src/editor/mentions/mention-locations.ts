import * as vscode from 'vscode';
import { mentionsIn } from '../../core/lists';
import type { Archive } from '../archive/archive';
import { toRange } from '../ui/convert';

/** Every mention of an entity as places of the editor. */
export function mentionLocations(archive: Archive, entity: string): vscode.Location[] {
  const { core } = archive;
  return core.texts.flatMap((text) => {
    const mentions = mentionsIn(text, entity);
    if (mentions.length === 0) return [];
    // Made once for each text, because an entity may have ten thousand mentions.
    const uri = archive.uriOf(text.path);
    return mentions.map(({ span }) => new vscode.Location(uri, toRange(text.lines, span)));
  });
}
