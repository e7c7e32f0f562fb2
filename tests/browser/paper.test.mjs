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
    if ((await page.locator('#antwoord h2.kop__zin').count()) === 0) return;
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

/** Prints as the browser's own menu or ctrl+P does, and reads what is on paper. */
async function printed(page) {
  // The page hears of printing once it is drawn.
  await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
  await page.evaluate(() => {
    window.print = () => { throw new Error('the browser prints already'); };
    window.dispatchEvent(new Event('beforeprint'));
  });
  await page.emulateMedia({ media: 'print' });
  const text = await page.locator('#app').innerText();
  await page.emulateMedia({ media: null });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.locator('.blad').waitFor({ state: 'detached' });
  return text;
}

pageTest('ctrl+P prints her sheet with what was filled in and the date', WIDE, async ({ page }) => {
  await open(page, fragment(household('first-job.json')));
  const text = await printed(page);
  assert.match(text, /Gemaakt op \d+ [a-z]+ 20\d\d/);
  assert.match(text, /Ingevuld: .*uren per week: 20.*loon per uur/);
  assert.match(text, /Dit kunt u regelen/);
  assert.doesNotMatch(text, /baan_nu|\[\]|null|true/);
});

pageTest('ctrl+P of a half-filled page prints what was typed, and of an empty one says that it is', WIDE, async ({ page }) => {
  await open(page);
  assert.match(await printed(page), /Gemaakt op \d+ [a-z]+ 20\d\d[^]*U hebt nog niets ingevuld/);
  await page.locator('[data-veld="baan.uren_per_week"]').fill('20');
  await page.locator('[data-veld="huishouden.kale_huur"]').fill('65x');
  const text = await printed(page);
  assert.match(text, /Gemaakt op [^]*Dit is ingevuld[^]*uren per week: 20[^]*65x/);
});

pageTest('ctrl+P renders to paper by itself', WIDE, async ({ page }) => {
  await open(page, fragment(household('first-job.json')));
  await page.evaluate(() => {
    window.addEventListener('afterprint', () => { window.onPaper = document.querySelectorAll('.blad').length; }, { capture: true });
  });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  assert.equal(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length, 1, 'her sheet is one A4');
  assert.equal(await page.evaluate(() => window.onPaper), 1, 'the sheet was there when it was printed');
});

pageTest('when printing is done the sheet is gone', WIDE, async ({ page }) => {
  await open(page, fragment(household('first-job.json')));
  await sheet(page, 'Print uw blad', 'haar');
  await page.locator('.blad').waitFor({ state: 'detached' });
});
