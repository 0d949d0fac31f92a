// Takes the README's pictures from the running extension, on a fresh copy of the sample archive: npm run screenshots
import { install } from './install.mjs';
import { root } from './paths.mjs';
import { join } from 'node:path';

await install();
const { openWorkbench } = await import('./driver.mjs');

const screenshots = join(root, 'media', 'screenshots');

/** What each picture shows, done as a person would. */
async function takePictures(/** @type {'dark' | 'light'} */ theme) {
  const app = await openWorkbench({ theme, width: 1280, height: 800, screenshots });
  try {
    await app.runCommand('View: Show Postgloss');
    await app.quickOpen('harbour-papers.txt');
    await app.page.waitForTimeout(2000);
    await app.hover('Veshnyak');
    await app.screenshot(`reading-${theme}`);
    await app.page.keyboard.press('Escape');
    await app.selectText('a little flat');
    await app.runCommand('Postgloss: Tag Passage…');
    // Away from the input, whose tip would cover the title.
    await app.page.mouse.move(640, 700);
    await app.page.waitForTimeout(1000);
    await app.screenshot(`tagging-${theme}`);
    await app.page.keyboard.press('Enter');
    await app.page.waitForTimeout(1000);
    await app.runCommand('Postgloss: Go to Entity…');
    await app.page.keyboard.type('karadschi');
    await app.page.waitForTimeout(600);
    await app.screenshot(`finding-${theme}`);
  } finally {
    await app.close();
  }
}

for (const theme of /** @type {const} */ (['dark', 'light'])) {
  await takePictures(theme);
  console.log(`Took the pictures of the ${theme} theme.`);
}
