// The months that can be chosen: those that can be computed, from this month on; past the last published day the
// answer says whose amounts it is computed with, and after the last month there is no answer at all.
import assert from 'node:assert/strict';
import { open, pageTest } from './harness.mjs';
import { amounts, choose, field, fillFirstFour, FIRST_FOUR, openCase } from './household.mjs';

const CASE = { ...FIRST_FOUR, peildatum: '2026-12-01' };
const MACHINE = /\d{4}-\d\d|peildatum/;
const start = (page) => field(page, 'peildatum');
const offered = (page) => start(page).locator('option').evaluateAll((all) => all.map((it) => it.value));
const main = (page) => page.locator('main').innerText();

pageTest('exactly the months that can be computed are offered, from this month on', {}, async ({ page }) => {
  await page.clock.setFixedTime('2026-11-27T12:00:00');
  await open(page);
  assert.deepEqual(await offered(page), [
    '2026-11', '2026-12', '2027-01', '2027-02', '2027-03', '2027-04', '2027-05', '2027-06',
  ]);
  await fillFirstFour(page);
  for (const month of await offered(page)) {
    await start(page).selectOption(month);
    assert.notDeepEqual(await amounts(page), {}, month);
    const marked = /met de bedragen van 2026/.test(await page.locator('.merken').innerText());
    assert.equal(marked, month >= '2027', month);
  }
});

pageTest('klok_1_december_2026: January 2027 is chosen, with a word that it is computed with the amounts of 2026', {}, async ({ page }) => {
  await page.clock.setFixedTime('2026-12-15T12:00:00');
  await open(page);
  assert.equal(await start(page).inputValue(), '2027-01');
  assert.match(await page.locator('#v-peildatum-hulp').innerText(), /bedragen van 2026/);
  assert.equal((await offered(page))[0], '2026-12');
});

pageTest('klok_juni_2027: the last month is computed, with a notice at the answer', {}, async ({ page }) => {
  await page.clock.setFixedTime('2027-06-15T12:00:00');
  await open(page);
  await fillFirstFour(page);
  assert.deepEqual(await offered(page), ['2027-06']);
  assert.match(await page.locator('.merken').innerText(), /juni 2027[^]*met de bedragen van 2026/);
});

pageTest('melding_datum: January 2027 is answered, and nothing is said as programs say it', {}, async ({ page }) => {
  await page.clock.setFixedTime('2026-11-27T12:00:00');
  await openCase(page, CASE);
  await start(page).selectOption('2027-01');
  assert.notDeepEqual(await amounts(page), {});
  assert.match(await page.locator('.merken').innerText(), /januari 2027[^]*met de bedragen van 2026/);
  assert.doesNotMatch(await main(page), MACHINE);
});

for (const today of ['2027-07-01', '2031-03-10']) {
  pageTest(`a page opened on ${today} is too old and gives no answer, not even with a link`, {}, async ({ page }) => {
    await page.clock.setFixedTime(`${today}T12:00:00`);
    for (const show of [() => open(page), () => openCase(page, CASE), () => openCase(page, CASE, '?modus=coach')]) {
      await show();
      assert.match(await page.locator('#antwoord').innerText(), /te oud/);
      assert.match(await main(page), /juni 2027/);
      assert.deepEqual(await amounts(page), {});
      assert.equal(await page.locator('[data-bedrag]').count(), 0);
      assert.doesNotMatch(await main(page), MACHINE);
      await page.goto('about:blank');
    }
  });
}

pageTest('a month of a link that cannot be computed is named in words', {}, async ({ page }) => {
  await page.clock.setFixedTime('2026-11-27T12:00:00');
  await openCase(page, { ...CASE, peildatum: '2027-07-01' });
  const said = await main(page);
  assert.match(said, /juli 2027/);
  assert.doesNotMatch(said, MACHINE);
  assert.deepEqual(await amounts(page), {});
});

pageTest('both sheets say that the amounts are those of 2026', {}, async ({ page }) => {
  await page.clock.setFixedTime('2026-11-27T12:00:00');
  await openCase(page, { ...CASE, peildatum: '2027-01-01' }, '?modus=coach');
  await page.evaluate(() => { globalThis.print = () => {}; });
  for (const [name, sheet] of [['Print uw blad', 'haar'], ['Print het blad voor de coach', 'coach']]) {
    await page.getByRole('button', { name, exact: true }).click();
    const paper = page.locator(`[data-blad="${sheet}"]`);
    await paper.waitFor({ state: 'attached' });
    assert.match(await paper.evaluate((it) => it.textContent), /januari 2027, met de bedragen van 2026/);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  }
});

pageTest('from 2027 on the months are those of the one rule of 2027', {}, async ({ page }) => {
  await page.clock.setFixedTime('2026-11-27T12:00:00');
  await openCase(page, { ...CASE, peildatum: '2027-03-01' });
  await choose(page, 'vraag.eerder', 'ja');
  assert.equal(await field(page, 'bijstand.vrijlating_n_maanden').count(), 0);
  const months = field(page, 'bijstand.vrijlating_34a_maanden');
  await months.selectOption('0');
  const begun = await amounts(page);
  await months.selectOption('12');
  const over = await amounts(page);
  assert.notEqual(over.met_baan.bijstand, begun.met_baan.bijstand, 'after twelve months there is none');
});
