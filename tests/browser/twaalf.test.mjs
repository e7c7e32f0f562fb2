// Her first twelve months, above the steady month: the same amounts as the calendar gives, in either language.
import assert from 'node:assert/strict';
import { accessibilityProblems, open, pageTest } from './harness.mjs';
import { ask, caseOf, field, fillFirstFour, household, openCase } from './household.mjs';

const part = (page) => page.locator('#twaalf');
const named = (page, line) => part(page).locator(`[data-lijn="${line}"]:not([data-maand])`);

/** Waits until the second module has drawn. */
async function months(page) {
  await part(page).locator('h2').waitFor();
}

/** The amounts of the table of months, by month and line. */
const shown = (page) => part(page).locator('[data-maand]').evaluateAll((cells) => Object.fromEntries(
  cells.map(({ dataset }) => [`${dataset.maand} ${dataset.lijn}`, dataset.bedrag]),
));

/** What the calendar says of the same. */
function expected({ maanden }) {
  const some = maanden.flatMap(({ lijnen }) => Object.entries(lijnen))
    .filter(([, amount]) => Number(amount) !== 0).map(([line]) => line);
  const of = ({ maand, lijnen, eind, nog_terug, echt_van_haar }) => [
    ...[...new Set(some)].map((line) => [`${maand} ${line}`, lijnen[line]]),
    ...Object.entries({ eind, nog_terug, echt_van_haar }).map(([line, amount]) => [`${maand} ${line}`, amount]),
  ];
  return Object.fromEntries(maanden.flatMap(of));
}

for (const name of ['first-job.json', 'grandmother.json', 'three-children.json', 'under-27.json', 'couple.json']) {
  pageTest(`twelve months of ${name}: every amount is that of the calendar`, {}, async ({ page }) => {
    await openCase(page, household(name));
    await months(page);
    const { result, problems } = await ask(page, 'calendar', await caseOf(page));
    assert.equal(problems, undefined);
    const { verschil_met_nooit: total, per_maand: monthly } = result.samenvatting;
    assert.equal(await named(page, 'verschil_met_nooit').getAttribute('data-bedrag'), total);
    const first = await part(page).locator('h2 [data-bedrag]').evaluateAll((all) => all.map(({ dataset }) => dataset.bedrag));
    assert.deepEqual(first, Math.abs(monthly) < 5 ? [] : [monthly]);
    assert.deepEqual(await shown(page), expected(result));
  });
}

pageTest('twelve months: they follow what she types, what was open stays open, and go with the answer', {}, async ({ page }) => {
  await open(page);
  await fillFirstFour(page);
  await months(page);
  const total = named(page, 'verschil_met_nooit');
  const before = await total.getAttribute('data-bedrag');
  await part(page).locator('[data-deel="maanden"] > summary').click();
  await field(page, 'baan.uren_per_week').fill('32');
  await page.waitForFunction((old) => document.querySelector('#twaalf [data-lijn="verschil_met_nooit"]')?.dataset.bedrag !== old, before);
  assert.equal(await part(page).locator('[data-deel="maanden"]').getAttribute('open'), '');
  assert.equal(await part(page).locator('[data-deel="alles"]').getAttribute('open'), null);
  await field(page, 'huishouden.kale_huur').fill('');
  await part(page).waitFor({ state: 'detached' });
});

pageTest('twelve months: in the language of the page', {}, async ({ page }) => {
  await openCase(page, household('first-job.json'));
  await months(page);
  assert.match(await part(page).locator('h2').innerText(), /in het eerste jaar ongeveer/);
  const before = await shown(page);
  await page.getByRole('button', { name: 'English' }).click();
  await part(page).getByText('in the first year').first().waitFor();
  assert.deepEqual(await shown(page), before);
});

pageTest('twelve months: axe finds nothing, with everything open', {}, async ({ page }) => {
  await openCase(page, household('first-job.json'));
  await months(page);
  for (const summary of await part(page).locator('summary').all()) await summary.click();
  assert.deepEqual(await accessibilityProblems(page), []);
});

for (const width of [320, 768]) {
  pageTest(`twelve months: at ${width} pixels only the tables move sideways`, { viewport: { width, height: 800 } }, async ({ page }) => {
    await openCase(page, household('first-job.json'));
    await months(page);
    for (const summary of await part(page).locator('summary').all()) await summary.click();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} pixels too wide`);
  });
}
