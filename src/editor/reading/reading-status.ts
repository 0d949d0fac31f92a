import * as vscode from 'vscode';
import type { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';
import { contextKey } from '../archive/context-keys';
import { statusButton } from '../ui/status-button';
import { pathName } from '../ui/inert';

/** How long the reading of an archive stays out of the status bar, in milliseconds. Most archives are read within that time. */
const QUIET_MS = 1000;

/** A reading of fewer files follows a change and not an opening; the status bar leaves it out. */
const FEW = 20;

/** The shortest time between two drawings of the count, in milliseconds. */
const WRITE_MS = 250;

/** How far the reading of an archive has come. */
interface Reading {
  readonly since: number;
  readonly done: number;
  readonly total: number;
}

/** Shows in the status bar how far the reading of a large archive has come. Selecting the item stops or resumes the reading. */
export function registerReadingStatus(archives: Archives): vscode.Disposable {
  const button = statusButton('postgloss.reading', 'Postgloss: Reading the Archive');
  const readings = new Map<Archive, Reading>();
  const isReading = contextKey('postgloss.reading');
  const isStopped = contextKey('postgloss.readingStopped');
  let timer: ReturnType<typeof setTimeout> | undefined;

  const draw = () => {
    timer = undefined;
    const [archive, reading] = [...readings][0] ?? [];
    isReading(archive?.core.stopped === false);
    isStopped(archive?.core.stopped === true);
    if (!archive || !reading) {
      button.hide();
      return;
    }
    const { done, total } = reading;
    const count = `${done.toLocaleString('en')} of ${total.toLocaleString('en')} files`;
    const { stopped } = archive.core;
    if (!stopped && Date.now() - reading.since < QUIET_MS) return;
    const name = pathName(archive.name);
    if (stopped) {
      const tooltip = `The reading of ${name} was stopped after ${count}. Lists and counts leave out the rest. Select to go on.`;
      button.show('debug-pause', 'Archive read in part', tooltip, 'postgloss.resumeReading');
    } else {
      const tooltip = `Reading ${name}: ${count}. Select to stop.`;
      button.show('sync~spin', `Reading archive: ${percent(reading)}`, tooltip, 'postgloss.stopReading');
    }
  };

  const read = archives.onDidRead(({ archive, progress }) => {
    const since = readings.get(archive)?.since ?? Date.now();
    if (progress && progress.total >= FEW) readings.set(archive, { since, ...progress });
    const reading = readings.get(archive);
    if (!reading || (progress && progress.total < FEW)) return;
    if (reading.done === reading.total) readings.delete(archive);
    if (!progress || reading.done === reading.total) {
      clearTimeout(timer);
      draw();
    } else timer ??= setTimeout(draw, WRITE_MS);
  });
  const listed = archives.onDidChangeList(() => {
    for (const archive of readings.keys()) if (!archives.all.includes(archive)) readings.delete(archive);
    draw();
  });
  return vscode.Disposable.from(button, read, listed, { dispose: () => clearTimeout(timer) });
}

function percent({ done, total }: Reading): string {
  return `${Math.floor((100 * done) / total)} %`;
}
