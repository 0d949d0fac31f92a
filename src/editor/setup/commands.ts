import type { Command } from '../commands/command';
import { importArchive } from './import-archive';
import { moveSidecar } from './move-sidecar';
import { openSampleArchive } from './open-sample-archive';
import { setUpArchive } from './set-up-archive';

export const setupCommands: readonly Command[] = [importArchive, moveSidecar, openSampleArchive, setUpArchive];
