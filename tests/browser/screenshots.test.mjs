// Pictures of the page to look at, kept in target/screenshots, outside the repository. The test is that each can be
// taken: an answer is there, and nothing is wider than the screen.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { open, pageTest } from './harness.mjs';
import { fragment, household, ROOT } from './household.mjs';

const FOLDER = fileURLToPath(new URL('target/screenshots/', ROOT));
const CASE = fragment(household('first-job.json'));
const DARK = { colorScheme: 'dark' };
const FORCED = { forcedColors: 'active' };
const LOOKS = [
  ...[320, 768, 1280].flatMap((width) => [
    [`empty-${width}`, '', { width }],
    [`answer-${width}`, CASE, { width }],
    [`coach-${width}`, `?modus=coach${CASE}`, { width }],
  ]),
  ['english-390', `?lang=en${CASE}`, { width: 390 }],
  ['dark-390', CASE, { width: 390, ...DARK }],
  ['forced-colours-390', CASE, { width: 390, ...FORCED }],
  ['forced-colours-1280', CASE, { width: 1280, ...FORCED }],
];

for (const [name, address, { width, ...settings }] of LOOKS) {
  pageTest(`looks: ${name}`, { viewport: { width, height: 900 }, ...settings }, async ({ page }) => {
    await open(page, address);
    if (address) await page.locator('#antwoord h2').first().waitFor();
    await mkdir(FOLDER, { recursive: true });
    await page.screenshot({ path: `${FOLDER}${name}.png`, fullPage: true });
    const [content, screen] = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth, clientWidth];
    });
    assert.ok(content <= screen, `content is ${content} wide on a screen of ${screen}`);
  });
}
