// Her first twelve months, above the steady month: the same amounts as the calendar gives, in either language.
import assert from 'node:assert/strict';
import { accessibilityProblems, open, pageTest } from './harness.mjs';
import { FIRST_FOUR, ask, caseOf, choose, field, fillFirstFour, household, openCase } from './household.mjs';

const part = (page) => page.locator('.antwoord');
const named = (page, line) => part(page).locator(`[data-lijn="${line}"]:not([data-maand])`);

/** Waits until the second module has drawn. */
async function months(page) {
  await part(page).locator('#twaalf-kop').waitFor();
  await part(page).locator('[data-uren-twaalf]').first().waitFor({ state: 'attached' });
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
    const first = await part(page).locator('#twaalf-kop [data-bedrag]').evaluateAll((all) => all.map(({ dataset }) => dataset.bedrag));
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
  await part(page).locator('[data-deel="alles"] > summary').click();
  await part(page).locator('.vinken input').first().check();
  await field(page, 'baan.uren_per_week').fill('32');
  await page.waitForFunction((old) => document.querySelector('#twaalf [data-lijn="verschil_met_nooit"]')?.dataset.bedrag !== old, before);
  assert.equal(await part(page).locator('[data-deel="alles"]').getAttribute('open'), '');
  assert.equal(await part(page).locator('details[data-deel="uren"]').getAttribute('open'), null);
  assert.equal(await part(page).locator('.vinken input').first().isChecked(), true);
  await field(page, 'huishouden.kale_huur').fill('');
  await page.locator('#twaalf').waitFor({ state: 'detached' });
});

pageTest('twelve months: in the language of the page', {}, async ({ page }) => {
  await openCase(page, household('first-job.json'));
  await months(page);
  assert.match(await part(page).locator('#twaalf-kop').innerText(), /in het eerste jaar ongeveer/);
  const before = await shown(page);
  await page.getByRole('button', { name: 'English' }).click();
  await part(page).getByText('in the first year').first().waitFor();
  assert.deepEqual(await shown(page), before);
});

const openAll = (page) => part(page).evaluate((all) => all.querySelectorAll('details').forEach((it) => { it.open = true; }));

pageTest('twelve months: axe finds nothing, with everything open', {}, async ({ page }) => {
  await openCase(page, household('first-job.json'));
  await months(page);
  await openAll(page);
  assert.deepEqual(await accessibilityProblems(page), []);
});

const DOORS = ['Wat moet ik doen', 'Maand voor maand', 'Andere uren', 'Wat als het anders gaat', 'Laat de som zien', 'Bewaren, delen of printen'];

for (const width of [320, 768]) {
  pageTest(`twelve months: at ${width} pixels only the tables move sideways, behind every door`, { viewport: { width, height: 800 } }, async ({ page }) => {
    await openCase(page, household('first-job.json'));
    await months(page);
    await openAll(page);
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(await wide() <= 0, `the answer is ${await wide()} pixels too wide`);
    for (const door of DOORS) {
      await page.getByRole('link', { name: door, exact: true }).click();
      assert.equal(await page.evaluate(() => document.activeElement.textContent), door, 'the focus is at its heading');
      assert.ok(await wide() <= 0, `${door}: ${await wide()} pixels too wide`);
      if (width === 320) await page.getByRole('button', { name: 'Terug naar het antwoord' }).click();
    }
  });
}

pageTest('twelve months: on a phone the sentence, the band and what is left to live on are seen at once', { viewport: { width: 360, height: 740 } }, async ({ page }) => {
  await openCase(page, household('first-job.json'));
  await months(page);
  const place = await page.locator('#twaalf .band + p').boundingBox();
  assert.ok(place.y + place.height <= 740, `it ends at ${place.y + place.height}`);
  // The answer is at most two screens, and nothing behind a door is shown with it.
  const answer = await page.locator('#antwoord').boundingBox();
  assert.ok(answer.height <= 2 * 740, `${answer.height} pixels`);
  assert.deepEqual(await page.locator('.deur-deel').evaluateAll((all) => all.filter((it) => it.checkVisibility()).length), 0);
});

pageTest('twelve months: behind a door a phone shows one part, the short answer stays, and the way back leads to the answer', { viewport: { width: 360, height: 740 } }, async ({ page }) => {
  await openCase(page, household('first-job.json'));
  await months(page);
  await page.getByRole('link', { name: 'Maand voor maand' }).click();
  assert.equal(await page.locator('#twaalf').isVisible(), false);
  assert.equal(await page.locator('.deur-deel').evaluateAll((all) => all.filter((it) => it.checkVisibility()).length), 1);
  assert.match(await page.locator('.kort').innerText(), /^Ongeveer €\u00a0\d+ per maand (meer|minder) in het eerste jaar$/);
  await page.goBack();
  assert.equal(await page.locator('#twaalf').isVisible(), true);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'antwoord');
});

pageTest('twelve months: the hours line is that of the engine, and follows what is typed', {}, async ({ page }) => {
  await openCase(page, household('first-job.json'));
  await months(page);
  const points = () => part(page).locator('[data-uren-twaalf][data-lijn="gemiddeld"]')
    .evaluateAll((all) => all.map(({ dataset }) => [dataset.urenTwaalf, dataset.bedrag]));
  const line = async (situatie) => (await ask(page, 'hours', situatie, { over: '12_maanden' })).result.punten
    .map(({ uren, gemiddeld }) => [uren, gemiddeld]);
  const before = await points();
  assert.deepEqual(before, await line(await caseOf(page)));
  await field(page, 'baan.uurloon').fill('19,25');
  await page.waitForFunction((old) => document.querySelector('[data-uren-twaalf="20"][data-lijn="gemiddeld"]')?.dataset.bedrag !== old, before[20][1]);
  assert.deepEqual(await points(), await line(await caseOf(page)));
});

pageTest('debts: asked of everybody, and her twelve months say what goes and what she keeps', {}, async ({ page }) => {
  await openCase(page, FIRST_FOUR);
  await months(page);
  await choose(page, 'schulden.soort', 'beslag');
  await field(page, 'schulden.vrij_nu').fill('1200');
  await part(page).locator('#twaalf').getByText('voordat er geld naar uw schulden gaat').waitFor();
  const situatie = await caseOf(page);
  assert.deepEqual(situatie.schulden, { soort: 'beslag', vrij_nu: '1200' });
  const { schulden } = (await ask(page, 'calendar', situatie)).result.samenvatting;
  const amounts = () => part(page).locator('#twaalf [data-bedrag]').evaluateAll((all) => all.map(({ dataset }) => dataset.bedrag));
  const expected = [schulden.nooit, schulden.werkelijk].flatMap(({ naar_schuldeisers, over_per_maand }) => [naar_schuldeisers, over_per_maand]);
  const shownNow = await amounts();
  assert.deepEqual(expected.filter((amount) => !shownNow.includes(amount)), []);
  const kept = (await ask(page, 'month', situatie)).result.schulden.maand.met_baan.beslagvrij_maand;
  assert.ok(shownNow.includes(kept), `${kept} in ${shownNow}`);
  await choose(page, 'schulden.soort', 'onbekend');
  await part(page).locator('#twaalf').getByText('Na huur en opvang').waitFor();
  assert.equal((await caseOf(page)).schulden, undefined, 'not known: computed without');
  await page.getByText('Wij rekenen zonder beslag en zonder schuldregeling.').first().waitFor({ state: 'attached' });

  await page.goto('about:blank');
  await openCase(page, situatie);
  assert.equal(await field(page, 'schulden.soort').and(page.locator('[value="beslag"]')).isChecked(), true);
  assert.equal(await field(page, 'schulden.vrij_nu').inputValue(), '1200');
  assert.deepEqual((await caseOf(page)).schulden, situatie.schulden);
});

pageTest('debts: a coach fills in what the letter says of the job too', { viewport: { width: 1280, height: 900 } }, async ({ page }) => {
  await openCase(page, FIRST_FOUR, '?modus=coach');
  await months(page);
  assert.equal(await field(page, 'schulden.vrij_met_baan').count(), 0);
  await choose(page, 'schulden.soort', 'schuldregeling');
  await field(page, 'schulden.vrij_met_baan').fill('1600');
  await part(page).locator('#twaalf').getByText('voordat er geld naar uw schulden gaat').waitFor();
  const situatie = await caseOf(page);
  assert.deepEqual(situatie.schulden, { soort: 'schuldregeling', vrij_met_baan: '1600' });
  const { regel } = (await ask(page, 'month', situatie)).result.schulden;
  assert.equal(regel.met_baan, 'opgegeven');
});
