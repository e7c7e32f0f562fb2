// Two sheets: hers, one A4 in plain words, and the coach's with everything. Rendered to PDF and counted.
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { open, pageTest } from './harness.mjs';
import { fragment, HOUSEHOLDS, household, ROOT } from './household.mjs';

const WIDE = { viewport: { width: 1280, height: 900 } };
const KEPT = new URL('target/screenshots/', ROOT);

/** Asks for a sheet and renders it; printing itself would wait for a person. */
async function sheet(page, name, which) {
  await page.evaluate(() => {
    window.printed = 0;
    window.print = () => {
      window.printed += 1;
    };
  });
  await page.getByRole('button', { name, exact: true }).click();
  await page.waitForFunction(() => window.printed === 1);
  await page.locator(`[data-blad="${which}"]`).waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'print' });
  const text = await page.locator('.blad').innerText();
  const shows = await page.evaluate(() =>
    [...document.querySelectorAll('#app > *')].filter((it) => it.checkVisibility()).map((it) => it.className),
  );
  await page.emulateMedia({ media: null });
  // A rendered page was printed: the browser says so, and the sheet goes.
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
  return { pdf, pages, text, shows };
}

for (const name of HOUSEHOLDS) {
  pageTest(`her sheet of ${name} is one A4 with what to do and by when`, WIDE, async ({ page }) => {
    await open(page, fragment(household(name)));
    if ((await page.locator('h2#antwoord').count()) === 0) return;
    const { pdf, pages, text, shows } = await sheet(page, 'Print uw blad', 'haar');
    await mkdir(KEPT, { recursive: true });
    await writeFile(new URL(name.replace('.json', '.pdf'), KEPT), pdf);
    assert.equal(pages, 1, name);
    assert.deepEqual(shows, ['blad blad--haar'], 'nothing else is on paper');
    assert.match(text, /Dit kunt u regelen/);
    assert.match(text, /Uiterlijk \d+ [a-z]+ 20\d\d/);
    assert.match(text, /geen besluit/);
  });
}

pageTest("the coach's sheet has every figure, assumption, source, and its date and version", WIDE, async ({ page }) => {
  await open(page, `?modus=coach${fragment(household('first-job.json'))}`);
  const { pdf, text, shows } = await sheet(page, 'Print het blad voor de coach', 'coach');
  await mkdir(KEPT, { recursive: true });
  await writeFile(new URL('coach.pdf', KEPT), pdf);
  assert.deepEqual(shows, ['blad blad--coach']);
  for (const part of [
    /Gemaakt op \d+ [a-z]+ 20\d\d.*Versie \d/,
    /Dit is ingevuld/,
    /uw loon per uur: 15.52|uw loon per uur: \d/,
    /Bijstand/,
    /Hier gaan wij van uit/,
    /Dit rekenen wij niet mee/,
    /Participatiewet/,
    /https:\/\//,
    /bekeken op \d+ [a-z]+ 20\d\d/,
  ]) {
    assert.match(text, part);
  }
});

pageTest('when printing is done the sheet is gone', WIDE, async ({ page }) => {
  await open(page, fragment(household('first-job.json')));
  await sheet(page, 'Print uw blad', 'haar');
  await page.locator('.blad').waitFor({ state: 'detached' });
});
