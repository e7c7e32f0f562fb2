// What a coach does: several situations of one mother side by side, municipal amounts, files, a clean page after.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { ownClock } from './drawn.mjs';
import { accessibilityProblems, open, pageTest } from './harness.mjs';
import { amounts, ask, choose, field, fragment, household } from './household.mjs';

const CASE = household('first-job.json');
const WIDE = { viewport: { width: 1280, height: 900 }, acceptDownloads: true };

const openCoach = (page, situatie) => open(page, `?modus=coach${situatie ? fragment(situatie) : ''}`);
const button = (page, name) => page.getByRole('button', { name, exact: true });
const tabs = (page) => page.locator('.geval__kies').allInnerTexts();
const hours = (page) => field(page, 'baan.uren_per_week');

/** A row of the comparison over twelve months: the amount of each situation, once the second module has drawn it. */
const twelve = (page, line) =>
  page.locator('[data-lijst="gevallen_twaalf"] tr', { has: page.locator(`[data-lijn="${line}"]`) }).first()
    .locator('td').evaluateAll((cells) => cells.map((cell) => cell.querySelector('[data-bedrag]')?.dataset.bedrag ?? null));
const compared = (page, count) =>
  page.waitForFunction((columns) => {
    const place = document.querySelector('[data-plaats="gevallen"]');
    return !place.hasAttribute('aria-busy') && place.querySelectorAll('thead th').length === columns + 1;
  }, count);

/** A row of the comparison: the plain amount of each situation. */
const row = (page, name) =>
  page
    .locator('[data-lijst="gevallen"] tr', { has: page.getByRole('rowheader', { name, exact: true }) })
    .locator('td')
    .evaluateAll((cells) => cells.map((cell) => cell.dataset.bedrag ?? null));

pageTest('three situations of one mother stand side by side', WIDE, async ({ page }) => {
  await openCoach(page, CASE);
  const first = (await amounts(page)).met_baan.besteedbaar;
  for (const more of ['24', '32']) {
    await button(page, 'Maak een kopie van deze situatie').click();
    await hours(page).fill(more);
  }
  assert.deepEqual(await tabs(page), ['Situatie 1', 'Situatie 2', 'Situatie 3']);
  const left = await row(page, 'Dit hebt u per maand');
  assert.equal(left.length, 3);
  assert.equal(left[0], first);
  assert.equal(left[2], (await amounts(page)).met_baan.besteedbaar);
  // Best and worst are those of twelve months, and of nothing else.
  await compared(page, 3);
  const marks = await page.locator('.geval__merk').allInnerTexts();
  assert.ok(marks.includes('beste') && marks.includes('minste') && marks.length === 2, marks.join());
  assert.ok((await page.locator('.geval__anders').count()) > 0, 'differences are marked');

  await page.locator('[data-vraag="geval.naam"]').fill('32 uur');
  assert.equal((await tabs(page))[2], '32 uur');
  await button(page, 'Zet naar links 32 uur').click();
  assert.deepEqual(await tabs(page), ['Situatie 1', '32 uur', 'Situatie 3']);
  assert.equal(await hours(page).inputValue(), '32', 'the one worked on stays so');
  await button(page, 'Weghalen Situatie 1').click();
  assert.equal((await tabs(page)).length, 2);
  await button(page, 'Situatie 2').click();
  assert.equal(await hours(page).inputValue(), '24');
  assert.deepEqual(await accessibilityProblems(page), []);
});

pageTest('the comparison is that of the calendar, follows what is typed, and ranks by twelve months', WIDE, async ({ page }) => {
  await openCoach(page, CASE);
  const at = (uren) => ({ ...CASE, baan: { ...CASE.baan, uren_per_week: uren } });
  const all = ['20', '12', '32'];
  for (const more of all.slice(1)) {
    await button(page, 'Maak een kopie van deze situatie').click();
    await hours(page).fill(more);
  }
  const expected = async (uren) => (await ask(page, 'calendar', at(uren))).result.samenvatting;
  const check = async (list) => {
    const sums = await Promise.all(list.map(expected));
    await page.waitForFunction((last) =>
      [...document.querySelectorAll('[data-lijst="gevallen_twaalf"] tr:first-child td [data-bedrag]')].at(-1)?.dataset.bedrag === last, sums.at(-1).verschil_met_nooit);
    assert.deepEqual(await twelve(page, 'verschil'), sums.map((sum) => sum.verschil_met_nooit));
    assert.deepEqual(await twelve(page, 'om_van_te_leven'), sums.map((sum) => sum.om_van_te_leven.met_baan));
    assert.deepEqual(await twelve(page, 'laagste'), sums.map((sum) => sum.laagste.bedrag));
    const values = sums.map((sum) => Number(sum.verschil_met_nooit));
    const cells = await page.locator('[data-lijst="gevallen_twaalf"] tbody tr:first-child td').allInnerTexts();
    const marked = (word) => cells.findIndex((cell) => cell.includes(word));
    assert.equal(marked('beste'), values.indexOf(Math.max(...values)));
    assert.equal(marked('minste'), values.indexOf(Math.min(...values)));
  };
  await check(all);
  await hours(page).fill('36');
  await check(['20', '12', '36']);
  // The steady month ranks nothing.
  assert.equal(await page.locator('[data-lijst="gevallen"] .geval__merk').count(), 0);
  assert.deepEqual(await accessibilityProblems(page), []);
  // Half-filled it says so, and the others stay.
  await hours(page).fill('');
  await page.locator('[data-lijst="gevallen_twaalf"]').getByText('nog niet ingevuld').first().waitFor();
  assert.equal((await twelve(page, 'verschil'))[2], null);
});

pageTest('four is the most, and a half-filled one says so', WIDE, async ({ page }) => {
  await openCoach(page, CASE);
  const copy = button(page, 'Maak een kopie van deze situatie');
  for (let at = 0; at < 3; at += 1) await copy.click();
  assert.equal(await copy.count(), 0);
  await hours(page).fill('');
  assert.equal((await row(page, 'Dit hebt u per maand'))[3], null);
});

pageTest('of the next hundred euros', WIDE, async ({ page }) => {
  await openCoach(page, CASE);
  const shown = page.locator('[data-volgende]');
  const month = await page.evaluate((given) => globalThis.rekenhulp.month(given), CASE);
  assert.equal(await shown.getAttribute('data-volgende'), month.volgende_100);
});

pageTest('a municipal amount is changed by hand, and says so', WIDE, async ({ page }) => {
  await openCoach(page, CASE);
  await page.getByText('Laat zien wat er is').click();
  const scheme = page.locator('[data-regeling]', { has: page.locator('input') }).first();
  const own = scheme.locator('input');
  await own.fill('123');
  await scheme.getByText('met de hand veranderd').waitFor();
  await page.locator('[data-veld="huishouden.gemeente_meetellen"]').check();
  await page.getByText('Met de gemeente erbij').waitFor();
  await scheme.getByRole('button', { name: 'Neem weer het bedrag van de gemeente' }).click();
  assert.equal(await scheme.getByText('met de hand veranderd').count(), 0);
});

pageTest('the whole calculation is saved as JSON', WIDE, async ({ page }) => {
  await openCoach(page, CASE);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Bewaar de hele berekening').click(),
  ]);
  const trace = JSON.parse(await readFile(await download.path(), 'utf8'));
  assert.equal(trace.uitkomst.met_baan.besteedbaar, (await amounts(page)).met_baan.besteedbaar);
  assert.ok(trace.uitkomst.uitleg.met_baan.bijstand.artikel, 'explained down to the article');
  assert.ok(trace.gemaakt && trace.situatie.peildatum);
  // What it was built from, and until when its amounts are those of the law.
  assert.match(trace.versie, /^\d+\.\d+\.\d+( \([0-9a-f]{12}\+?\))?$/);
  assert.equal(trace.bedragen_tot, '2026-12-31');
});

pageTest('a file brings back what was typed, half-filled ones too', WIDE, async ({ page, seen }) => {
  await openCoach(page, CASE);
  await button(page, 'Maak een kopie van deze situatie').click();
  await hours(page).fill('1,');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Bewaar als bestand').click(),
  ]);
  const path = await download.path();
  await openCoach(page);
  assert.equal((await tabs(page)).length, 1);
  await page.locator('[data-bestand]').setInputFiles(path);
  await page.getByText('De antwoorden uit het bestand zijn ingevuld.').waitFor();
  assert.equal((await tabs(page)).length, 2);
  assert.equal(await hours(page).inputValue(), '1,');
  await page.locator('[data-bestand]').setInputFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"iets": "anders"}'),
  });
  await page.getByText('Dit bestand kunnen wij niet lezen.').waitFor();
  assert.equal(await hours(page).inputValue(), '1,', 'nothing is lost');
  assert.deepEqual(seen.problems, []);
});

pageTest('emptying asks first', WIDE, async ({ page }) => {
  await openCoach(page, CASE);
  await button(page, 'Wis alle antwoorden').click();
  await button(page, 'Nee, bewaar het').click();
  assert.equal(await hours(page).inputValue(), '20');
  await button(page, 'Wis alle antwoorden').click();
  assert.deepEqual(await accessibilityProblems(page), []);
  await button(page, 'Ja, wis alles').click();
  assert.equal(await hours(page).inputValue(), '');
  assert.deepEqual(await amounts(page), {});
});

pageTest('nothing is kept unless she asks for it, and 15 idle minutes wipe it', WIDE, async ({ page, context }) => {
  const kept = () => page.evaluate(() => ({ ...localStorage }));
  await ownClock(page.context());
  await openCoach(page, CASE);
  await hours(page).fill('24');
  assert.deepEqual(await kept(), {});
  await page.locator('[data-bewaren]').check();
  await hours(page).fill('25');
  await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes('uren_per_week'));

  const again = await context.newPage();
  await open(again, '?modus=coach');
  assert.equal(await hours(again).inputValue(), '25');
  await again.getByText('Wij hebben ze weer ingevuld.').waitFor();
  await again.close();
  // Else this tab stays in the background, where nothing is drawn.
  await page.bringToFront();
  // A tab that gets the focus is in use: what comes late would count as a sign of life in the sixteenth minute.
  await page.waitForFunction(() => document.hasFocus() && document.visibilityState === 'visible');
  await hours(page).focus();
  // The field scrolls into view, and that is told a frame later.
  await page.waitForTimeout(500);

  await page.clock.fastForward('14:00');
  assert.equal(await hours(page).inputValue(), '25');
  // Some seconds more than a minute: the other tab was in use after this one.
  await page.clock.fastForward('02:00');
  await page.getByText('Daarom zijn uw antwoorden gewist.').waitFor();
  assert.equal(await hours(page).inputValue(), '');
  assert.deepEqual(await kept(), {});
});

pageTest('what was kept is wiped when keeping is switched off', WIDE, async ({ page }) => {
  await openCoach(page, CASE);
  await page.locator('[data-bewaren]').check();
  await page.waitForFunction(() => localStorage.length === 1);
  await page.locator('[data-bewaren]').uncheck();
  await page.waitForFunction(() => localStorage.length === 0);
});

pageTest('a housemate in one situation only', WIDE, async ({ page }) => {
  await openCoach(page, CASE);
  await button(page, 'Maak een kopie van deze situatie').click();
  await field(page, 'huishouden.vaste_lasten').fill('150');
  const left = await row(page, 'Dit houdt u over na vaste lasten');
  assert.notEqual(left[0], left[1]);
});

pageTest('a coach is asked everything the contract knows; a mother is told what a link brought', WIDE, async ({ page }) => {
  await openCoach(page, CASE);
  const alone = await amounts(page);
  await field(page, 'baan.pensioenpremie').fill('50');
  assert.notEqual((await amounts(page)).met_baan.netto_loon, alone.met_baan.netto_loon);
  await field(page, 'baan.pensioenpremie').fill('');
  assert.deepEqual(await amounts(page), alone, 'emptied it counts for nothing');
  await choose(page, 'vraag.partner', 'ja');
  await field(page, 'huishouden.partner.geboren').and(page.locator('[data-deel="maand"]')).selectOption('4');
  await field(page, 'huishouden.partner.geboren').and(page.locator('[data-deel="jaar"]')).selectOption('1992');
  await field(page, 'huishouden.partner.maandloon').fill('900');
  assert.notEqual((await amounts(page)).nu.bijstand, alone.nu.bijstand);
  await choose(page, 'vraag.partner', 'nee');
  await choose(page, 'bijstand.ontvangt', 'nee');
  assert.equal((await amounts(page)).nu.bijstand, '0.00');

  const couple = household('couple.json');
  await open(page, fragment(couple));
  await page.getByText('In de link staan ook gegevens').waitFor();
  assert.equal(await field(page, 'huishouden.partner.maandloon').count(), 0);
});
