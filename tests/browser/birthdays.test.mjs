// The month of a birthday is asked; its day only when it changes the answer.
import assert from 'node:assert/strict';
import { accessibilityProblems, open, pageTest } from './harness.mjs';
import { amounts, caseOf, choose, chooseMonth, field, openCase } from './household.mjs';

const NOW = '2026-11-27T12:00:00';
const HER = 'huishouden.geboren';
const marks = (page) => page.locator('.merken').innerText();
const day = (page, path) => field(page, path).and(page.locator('[data-deel="dag"]'));

const birthdayTest = (name, body) =>
  pageTest(name, {}, async (given) => {
    await given.page.clock.setFixedTime(NOW);
    await body(given);
  });

const situatie = (her, children, baan, more = {}) => ({
  peildatum: '2026-12-01',
  huishouden: { geboren: her, kinderen: children.map((geboren) => ({ geboren })), kale_huur: '655', ...more },
  baan,
});

birthdayTest('pagina_kind_juli: computed as born after the first, and the day can be told', async ({ page }) => {
  await open(page);
  await chooseMonth(page, HER, 3, 1994);
  await field(page, 'vraag.kinderen').selectOption('1');
  const child = 'huishouden.kinderen.0.geboren';
  await chooseMonth(page, child, 7, 2026);
  await field(page, 'huishouden.kale_huur').fill('655');
  await field(page, 'baan.uren_per_week').fill('32');
  await field(page, 'baan.uurloon').fill('17,50');
  assert.equal((await amounts(page)).met_baan.iack, '0.00');
  assert.match(await marks(page), /Kind 1: de geboortedag maakt uit voor [^]*31 juli 2026/);
  assert.equal(await day(page, HER).count(), 0, 'hers changes nothing');
  assert.deepEqual(await accessibilityProblems(page), []);
  await day(page, child).selectOption('1');
  // 11.45% of 31,449 - 6,239 is 2,887; of the tax 2,827 is left to set it against: a twelfth.
  assert.equal((await amounts(page)).met_baan.iack, '235.58');
  assert.doesNotMatch(await marks(page), /31 juli/);
  await day(page, child).selectOption('2');
  assert.equal((await amounts(page)).met_baan.iack, '0.00');
  await day(page, child).selectOption('');
  assert.match(await marks(page), /31 juli 2026/);
});

birthdayTest('pagina_baby_oktober: no kinderbijslag yet for who is born in this quarter', async ({ page }) => {
  await openCase(page, situatie('1994-03-01', ['2022-01-01', '2026-09-01'], { uren_per_week: '20', uurloon: '15.52' }));
  assert.equal((await amounts(page)).nu.kinderbijslag, '198.93');
  await chooseMonth(page, 'huishouden.kinderen.1.geboren', 10, 2026);
  assert.equal((await amounts(page)).nu.kinderbijslag, '99.47');
  assert.match(await marks(page), /Kind 2: [^]*31 oktober 2026/);
});

birthdayTest('pagina_moeder_27_deze_maand: the disregard begins on her birthday, and the page says so', async ({ page }) => {
  await openCase(page, situatie('1999-11-01', ['2023-05-01'], { uren_per_week: '16', uurloon: '15.50' }));
  await chooseMonth(page, HER, 12, 1999);
  assert.match(await marks(page), /U wordt 27 jaar in december 2026\. Wat dan verandert, begint pas op die dag: [^]*31 december 1999/);
});

birthdayTest('pagina_moeder_21_deze_maand: she is asked about her parents', async ({ page }) => {
  await openCase(page, situatie('2005-11-01', ['2023-05-01'], { uren_per_week: '20', uurloon: '15.52' }));
  await chooseMonth(page, HER, 12, 2005);
  assert.ok(await field(page, 'bijstand.beroep_op_ouders').first().isVisible());
  assert.deepEqual(await amounts(page), {}, 'no answer before she said so');
  await choose(page, 'bijstand.beroep_op_ouders', 'nee');
  assert.match(await marks(page), /U wordt 21 jaar in december 2026/);
  // On the first of the month she is 21, and nothing is asked of her parents any more.
  await day(page, HER).selectOption('1');
  assert.equal((await amounts(page)).nu.bijstand, '1348.49');
});

birthdayTest('pagina_huisgenoot_27_deze_maand: the norm falls only from that birthday, and the page says so', async ({ page }) => {
  const housemate = { geboren: '1998-12-01', relatie: 'kind', inkomen_jaar: '0' };
  const job = { uren_per_week: '16', uurloon: '15.50' };
  await openCase(page, situatie('1975-03-01', ['2023-05-20'], job, { inwonenden: [housemate] }));
  await chooseMonth(page, 'huishouden.inwonenden.0.geboren', 12, 1999);
  assert.match(await marks(page), /Persoon 1 wordt 27 jaar in december 2026\. Wat dan verandert, begint pas op die dag: [^]*ijstand/);
  // Half of 2,027.79 is 1,013.90; 95% of it is paid out: 963.21.
  assert.equal((await amounts(page)).nu.bijstand, '963.21');
  await day(page, 'huishouden.inwonenden.0.geboren').selectOption('2');
  assert.equal((await amounts(page)).nu.bijstand, '1348.49');
});

birthdayTest('a link keeps the day open as long as it decides', async ({ page, context }) => {
  await openCase(page, situatie('1994-03-01', ['2026-06-01'], { uren_per_week: '32', uurloon: '17.50' }));
  const known = await caseOf(page);
  assert.equal(known.huishouden.kinderen[0].geboren, '2026-06-01');
  await chooseMonth(page, 'huishouden.kinderen.0.geboren', 7, 2026);
  const before = await amounts(page);
  await page.getByRole('button', { name: /QR.code/ }).click();
  const again = await context.newPage();
  await again.clock.setFixedTime(NOW);
  await again.goto(await page.locator('[data-link]').inputValue());
  await again.locator('html[data-gereed]').waitFor({ state: 'attached' });
  assert.deepEqual(await amounts(again), before);
  assert.match(await marks(again), /31 juli 2026/);
});
