// From the questions to the answer, and from an amount to its explanation.
import assert from 'node:assert/strict';
import { accessibilityProblems, open, pageTest } from './harness.mjs';
import {
  amount, amounts, ask, choose, field, fillFirstFour, FIRST_FOUR, household, HOUSEHOLDS, openCase,
} from './household.mjs';

const heading = (page) => page.locator('#antwoord');

pageTest('the page says when it can compute, and what it needs', {}, async ({ page }) => {
  await open(page);
  assert.match(await heading(page).innerText(), /antwoord/);
  assert.deepEqual(await page.locator('.nodig li').allInnerTexts(), [
    'uw geboortemaand en geboortejaar', 'het aantal kinderen', 'uw kale huur', 'uw uren per week',
  ]);
  assert.equal(await page.locator('.fouten, .utrecht-form-field-error-message').count(), 0);
});

pageTest('four questions give an answer, with every default said', {}, async ({ page }) => {
  await open(page);
  await fillFirstFour(page);
  await heading(page).getByText('Met deze baan').waitFor();
  assert.match(await page.locator('.merken').innerText(), /dingen nog niet ingevuld/);
  assert.match(await page.locator('#v-baan-uurloon-standaard').innerText(), /minimumloon/);
  assert.equal(await field(page, 'baan.uurloon').inputValue(), '', 'a default is not typed in her place');
});

pageTest('the amounts are those of the engine, and those that were published', {}, async ({ page }) => {
  await open(page);
  await fillFirstFour(page);
  await field(page, 'baan.uurloon').fill('15,52');
  await field(page, 'peildatum').selectOption('2026-12');
  const { result } = await ask(page, 'month', { ...FIRST_FOUR, peildatum: '2026-12-01' });
  const shown = await amounts(page);
  for (const situation of ['nu', 'met_baan', 'verschil']) {
    assert.deepEqual(shown[situation], result[situation], situation);
  }
  // Published: the norm paid out to a single parent and the highest zorgtoeslag in the second half
  // of 2026; kinderbijslag of 298.40 and 426.29 a quarter.
  assert.equal(shown.nu.bijstand, '1348.49');
  assert.equal(shown.nu.zorgtoeslag, '129.00');
  assert.equal(shown.nu.kinderbijslag, '241.56');
  const [first] = await page.locator('#maand-kop [data-bedrag]').all();
  assert.equal(await first.getAttribute('data-bedrag'), result.verschil.besteedbaar);
});

pageTest('childcare: the default price, the real price, and the bill in parts', {}, async ({ page }) => {
  await open(page);
  await fillFirstFour(page);
  const care = 'huishouden.kinderen.0.opvang.0';
  await choose(page, `${care}.soort`, 'dagopvang');
  await page.locator('.nodig').getByText('de uren opvang van kind 1').waitFor();
  await field(page, `${care}.uren_per_maand`).fill('110');
  assert.match(await page.locator('.standaard', { hasText: '11,23' }).innerText(), /hoogste bedrag/);
  await amount(page, 'rekening', 'met_baan').waitFor();
  assert.equal(await amount(page, 'boven_maximum', 'met_baan').getAttribute('data-bedrag'), '0.00');
  await field(page, `${care}.uurprijs`).fill('11.95');
  assert.equal(await amount(page, 'rekening', 'met_baan').getAttribute('data-bedrag'), '1314.50');
  // 110 hours at 0.72 above the published maximum of 11.23.
  assert.equal(await amount(page, 'boven_maximum', 'met_baan').getAttribute('data-bedrag'), '79.20');
});

pageTest('an amount opens its explanation by keyboard alone', {}, async ({ page }) => {
  await openCase(page, household('first-job.json'));
  const button = amount(page, 'bijstand', 'met_baan');
  await button.focus();
  await page.keyboard.press('Enter');
  const panel = page.locator('#uitleg-met_baan-bijstand');
  await panel.waitFor();
  assert.equal(await button.getAttribute('aria-expanded'), 'true');
  assert.match(await panel.innerText(), /Participatiewet/);
  // Down through the rules it rests on, to a dated amount with its source.
  const link = panel.locator('a[href^="https://"]');
  for (let depth = 0; depth < 12 && !(await link.first().isVisible()); depth += 1) {
    for (const rule of await panel.locator('details:not([open]) > summary').all()) {
      if (await rule.isVisible()) {
        await rule.focus();
        await page.keyboard.press('Enter');
      }
    }
  }
  assert.ok(await link.first().isVisible(), 'a source can be reached');
  assert.match(await panel.innerText(), /bekeken op \d+ \w+ 2026/);
  assert.deepEqual(await accessibilityProblems(page), []);
  await panel.getByRole('button', { name: 'Sluit de uitleg' }).press('Enter');
  await panel.waitFor({ state: 'detached' });
  assert.ok(await button.evaluate((element) => element === document.activeElement), 'the focus goes back');
});

pageTest('every amount of the table opens', {}, async ({ page }) => {
  await openCase(page, household('three-children.json'));
  const buttons = await page.locator('button[data-lijn]').all();
  // Every line of the month, and the six amounts of the year.
  assert.equal(buttons.length, 3 * (Object.keys((await amounts(page)).nu).length + 6));
  for (const button of buttons) {
    await button.click();
    const id = await button.getAttribute('aria-controls');
    const words = await page.locator(`#${id}`).innerText();
    assert.doesNotMatch(words, /\{|\}|pagina\.|regels\.|stappen\.|parameters\.|undefined|NaN/, id);
  }
});

pageTest('no key of the texts is ever shown', {}, async ({ page }) => {
  for (const name of HOUSEHOLDS) {
    await page.goto('about:blank');
    await openCase(page, household(name));
    const words = await page.locator('body').innerText();
    assert.doesNotMatch(words, /\{\w|\w\}|\b(pagina|regels|stappen|parameters|redenen|woorden)\.\w/, name);
  }
});

pageTest('a line that pays nothing says why', {}, async ({ page }) => {
  await openCase(page, { ...FIRST_FOUR, huishouden: { ...FIRST_FOUR.huishouden, kale_huur: null } });
  const row = page.getByRole('row').filter({ has: amount(page, 'huurtoeslag', 'nu') });
  assert.match(await row.locator('.regel__waarom').first().innerText(), /huur/i);
});

pageTest('0 hours is no job, and the answer says so', {}, async ({ page }) => {
  await openCase(page, { ...FIRST_FOUR, baan: { ...FIRST_FOUR.baan, uren_per_week: '0' } });
  assert.match(await heading(page).innerText(), /0 uur per week is er geen baan/);
  assert.equal((await amounts(page)).verschil.besteedbaar, '0.00');
});

pageTest('worse off is said first, with better hours', {}, async ({ page }) => {
  const { result } = await openCase(page, FIRST_FOUR).then(() => ask(page, 'hours', FIRST_FOUR, {}));
  const worse = result.punten.find((point) => +point.besteedbaar < +result.nu.besteedbaar);
  const dear = { soort: 'dagopvang', uren_per_maand: '180', uurprijs: '14' };
  const situatie = structuredClone(FIRST_FOUR);
  situatie.huishouden.kinderen[0].opvang = [dear];
  situatie.baan.uren_per_week = worse?.uren ?? '8';
  await openCase(page, situatie);
  assert.match(await heading(page).innerText(), /minder/);
  assert.match(await page.locator('#antwoord .kop__beter').innerText(), /meer dan zonder baan/);
});

pageTest('the hours line carries its points in a table', {}, async ({ page }) => {
  await openCase(page, household('first-job.json'));
  const { result } = await ask(page, 'hours', household('first-job.json'));
  const points = await page.locator('[data-uren]').evaluateAll((rows) =>
    rows.map(({ dataset }) => [dataset.uren, dataset.bedrag]));
  assert.deepEqual(points, result.punten.map((point) => [point.uren, point.besteedbaar]));
  assert.equal(points.length, 41);
  const table = page.locator('[data-lijst="uren"]');
  assert.ok(await table.isHidden());
  await page.locator('summary', { hasText: 'Laat de tabel zien' }).press('Enter');
  assert.ok(await table.isVisible());
});

pageTest('the answer is read out once, after a pause', {}, async ({ page }) => {
  await openCase(page, household('first-job.json'));
  const live = page.locator('[data-gesproken]');
  assert.equal(await live.getAttribute('aria-live'), 'polite');
  await live.filter({ hasText: /meer|minder/ }).waitFor({ state: 'attached' });
});
