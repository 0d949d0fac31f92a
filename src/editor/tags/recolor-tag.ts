import * as vscode from 'vscode';
import { changeTagFields } from '../../core/bulk';
import { MANIFEST_FILE, TAG_COLORS, type TagColor } from '../../core/entities';
import { named } from './change-tag';
import { tagTarget } from './pick-tag';
import { newStep } from '../archive/history';
import { whisper } from '../ui/say';
import { joined } from '../ui/words';
import type { Command } from '../commands/command';
import { choose } from '../ui/pick';

/** Gives a tag another colour. A macro may say which, with "none" for no colour of its own: `{ "tag": "claim", "color": "red" }`. */
export const recolorTag: Command = {
  id: 'postgloss.recolorTag',
  async run({ archives, extension }, argument) {
    const target = await tagTarget(archives, argument, 'Change Colour of Tag');
    if (!target) return;
    const { archive, tag } = target;
    const { core } = archive;
    const now = core.manifest.tags.find(({ id }) => id === tag)?.color ?? null;
    const given = colorNamed(argument.text('color'));
    const color = given === undefined ? await askForColor(extension, tag, now) : given;
    if (color === undefined) return;
    const done = await archive.decide(newStep(`Change Colour of Tag ${named(tag)}`), [MANIFEST_FILE], () =>
      changeTagFields(core, tag, { color }),
    );
    if (done)
      whisper(color === null ? `${named(tag)} has no colour of its own now.` : `${named(tag)} is ${color} now.`);
  },
};

async function askForColor(
  extension: vscode.ExtensionContext,
  tag: string,
  now: TagColor | null,
): Promise<TagColor | null | undefined> {
  const item = (color: TagColor | null) => {
    const swatch = color === null ? null : swatchOf(extension, color);
    return {
      label: color ?? 'none',
      description: joined([
        color === null ? 'the colour of the tag that it is a kind of, if any' : null,
        color === now ? 'as it is now' : null,
      ]),
      ...(swatch ? { iconPath: swatch } : {}),
      color,
    };
  };
  const options = { title: `Colour of Tag ${named(tag)}`, placeHolder: 'Which colour?' };
  return (await choose([...TAG_COLORS, null].map(item), options))?.color;
}

/** A dot in the colour that package.json has for a tag colour: a list cannot draw its icons in a theme’s colours. Null without one. */
function swatchOf({ extension }: vscode.ExtensionContext, color: TagColor): vscode.Uri | null {
  const { contributes } = extension.packageJSON as {
    contributes?: { colors?: { id: string; defaults?: { highContrast?: string } }[] };
  };
  const hex = contributes?.colors?.find(({ id }) => id === `postgloss.tag.${color}.border`)?.defaults?.highContrast;
  if (hex === undefined || !/^#[0-9a-f]{6}$/i.test(hex)) return null;
  const dot = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6" fill="${hex}"/></svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;base64,${btoa(dot)}`);
}

/** The colour that a macro names; null for “none”, undefined where it names no colour of the codebook. */
function colorNamed(text: string | null): TagColor | null | undefined {
  return text === 'none' ? null : TAG_COLORS.find((color) => color === text);
}
