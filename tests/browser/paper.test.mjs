// Two sheets: hers, one A4 in plain words, and the coach's with everything. Rendered to PDF and counted.
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { open, pageTest } from './harness.mjs';
import { ask, caseOf, fragment, HOUSEHOLDS, household, ROOT } from './household.mjs';

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

/** Waits until her twelve months are there. */
const months = (page) => page.locator('#twaalf-kop').waitFor();

for (const name of HOUSEHOLDS) {
  pageTest(`her sheet of ${name} is one A4 with what to do and by when`, WIDE, async ({ page }) => {
    await open(page, fragment(household(name)));
    if ((await page.locator('#antwoord h2.kop__zin').count()) === 0) return;
    await months(page);
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

/** The letters that are read on paper and are smaller than so many points; what was filled in, at its foot, has nine. */
const smaller = (page, points) => page.evaluate((least) => {
  const texts = document.createTreeWalker(document.querySelector('.blad'), NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    const { parentElement: around, data } = texts.currentNode;
    const size = parseFloat(getComputedStyle(around).fontSize) * 0.75;
    if (data.trim() && around.checkVisibility() && size < (around.closest('.blad__ingevuld') ? 9 : least) - 0.01) found.push(`${size}: ${data}`);
  }
  return found;
}, points);

pageTest('her sheet leads with the twelve months of the calendar, names the job, and has room for what is agreed', WIDE, async ({ page }) => {
  await open(page, fragment(household('first-job.json')));
  await months(page);
  const { result } = await ask(page, 'calendar', await caseOf(page));
  await page.evaluate(() => { window.print = () => {}; });
  await page.getByRole('button', { name: 'Print uw blad', exact: true }).click();
  const piece = page.locator('.blad [data-plaats="blad"]');
  await piece.locator('h2').waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'print' });
  const text = await page.locator('.blad').innerText();
  assert.match(text, /De baan: 20 uur per week, €\s15,52 bruto per uur, vanaf [a-z]+ 20\d\d\./);
  assert.match(text, /in het eerste jaar ongeveer €\s\d+ per maand/);
  assert.doesNotMatch(text, /staan niet op dit blad/);
  for (const part of [/Afspraken/, /Wie kunt u bellen\?/, /Uw werkcoach/]) assert.match(text, part);
  const shown = (line) => piece.locator(`[data-lijn="${line}"]`).evaluateAll((all) => all.map(({ dataset }) => dataset.bedrag));
  for (const line of ['eind', 'echt_van_haar']) {
    assert.deepEqual(await shown(line), result.maanden.map((month) => month[line]), line);
  }
  assert.deepEqual(await shown('verschil_met_nooit'), [result.samenvatting.verschil_met_nooit]);
  // A box for everything to do; the payslips of every month have one.
  const codes = result.te_doen.map(({ code }) => code);
  const once = codes.filter((code, at) => code !== 'loonstrook_sturen' || codes.indexOf(code) === at);
  assert.deepEqual(await piece.locator('li[data-code]').evaluateAll((all) => all.map(({ dataset }) => dataset.code)), once);
  assert.equal(await piece.locator('.blad__vak').count(), once.length);
  // The figures of the steady month are for the coach.
  assert.equal(await page.locator('.blad [data-lijst="blad-lijnen"]').count(), 0);
  assert.deepEqual(await smaller(page, 11), []);
});

pageTest('without the second module her sheet says that the twelve months are not on it, and has the steady month', WIDE, async ({ page, seen }) => {
  await page.route('**/rekenhulp_bg.wasm', (route) => route.abort());
  await open(page, fragment(household('first-job.json')));
  const { pages, text } = await sheet(page, 'Print uw blad', 'haar');
  assert.equal(pages, 1);
  assert.match(text, /Uw eerste twaalf maanden staan niet op dit blad/);
  assert.match(text, /per maand/);
  assert.match(text, /Uiterlijk \d+ [a-z]+ 20\d\d/);
  assert.match(text, /Ingevuld: .*uren per week: 20/);
  seen.problems = seen.problems.filter((problem) => !problem.includes('ERR_FAILED'));
});

pageTest("the coach's sheet has every figure, assumption, source, and its date and version", WIDE, async ({ page }) => {
  await open(page, `?modus=coach${fragment(household('first-job.json'))}`);
  await months(page);
  const { pdf, text, shows } = await sheet(page, 'Print het blad voor de coach', 'coach');
  await mkdir(KEPT, { recursive: true });
  await writeFile(new URL('coach.pdf', KEPT), pdf);
  assert.deepEqual(shows, ['blad blad--coach']);
  for (const part of [
    /Gemaakt op \d+ [a-z]+ 20\d\d.*Versie \d/,
    /De baan: 20 uur per week/,
    /in het eerste jaar ongeveer/,
    /Alle cijfers van een gewone maand/,
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
  await months(page);
  await page.evaluate(() => {
    window.addEventListener('afterprint', () => { window.onPaper = document.querySelectorAll('.blad [data-plaats="blad"] h2').length; }, { capture: true });
  });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  assert.equal(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length, 1, 'her sheet is one A4');
  assert.equal(await page.evaluate(() => window.onPaper), 1, 'the sheet was there when it was printed, with the twelve months');
});

pageTest('when printing is done the sheet is gone', WIDE, async ({ page }) => {
  await open(page, fragment(household('first-job.json')));
  await sheet(page, 'Print uw blad', 'haar');
  await page.locator('.blad').waitFor({ state: 'detached' });
});
