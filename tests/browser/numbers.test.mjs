// Numbers as people write them: read where there is one way to read them, else asked back; never misread.
import assert from 'node:assert/strict';
import { accessibilityProblems, open, pageTest } from './harness.mjs';
import { amounts, caseOf, chooseMonth, field, fillFirstFour, openCase } from './household.mjs';

const CASE = {
  peildatum: '2026-12-01',
  huishouden: {
    geboren: '1994-03-01',
    kinderen: [
      { geboren: '2024-05-01', opvang: [{ soort: 'dagopvang', uren_per_maand: '100', uurprijs: '11.00' }] },
      { geboren: '2014-02-01' },
    ],
    kale_huur: '655',
    vermogen: '100',
  },
  baan: { uren_per_week: '20', uurloon: '15.52' },
};

const error = (page, path) => page.locator(`#v-${path.replaceAll('.', '-')}-fout`);
const at = (situatie, path) => path.split('.').reduce((part, key) => part[key], situatie);

// The id of each case, what is typed where, and the number that is computed with.
const READ = [
  ['getal_euroteken', 'huishouden.kale_huur', '€ 640', '640'],
  ['getal_punt_en_komma', 'huishouden.kale_huur', '1.250,00', '1250.00'],
  ['getal_streepje', 'huishouden.kale_huur', '640,-', '640'],
  ['getal_nbsp', 'huishouden.kale_huur', '1\u00a0250,00', '1250.00'],
  ['getal_woord', 'baan.uren_per_week', '16 uur', '16'],
  ['getal_vier_decimalen', 'baan.uurloon', '14,9900', '14.99'],
  ['getal_arabisch', 'huishouden.kale_huur', '٦٤٠', '640'],
  ['getal_spaargeld', 'huishouden.vermogen', '16.500,00', '16500.00'],
  ['getal_opmaakteken', 'huishouden.kale_huur', '\u200e640,00\u200e', '640.00'],
  ['english on a Dutch page', 'huishouden.kale_huur', '1,250.00', '1250.00'],
  ['a price with four decimals', 'huishouden.kinderen.0.opvang.0.uurprijs', '8,4500', '8.45'],
];
for (const [id, path, typed, expected] of READ) {
  pageTest(`${id}: "${typed}" is ${expected}`, {}, async ({ page }) => {
    await openCase(page, CASE);
    await field(page, path).fill(typed);
    await field(page, path).blur();
    await page.waitForTimeout(300);
    assert.equal(await error(page, path).count(), 0);
    assert.equal(await field(page, path).inputValue(), typed, 'what was typed stays as it is');
    assert.equal(at(await caseOf(page), path), expected);
  });
}

pageTest('getal_1_250: a point with three digits is asked back, with what may be meant', {}, async ({ page }) => {
  await openCase(page, CASE);
  const rent = field(page, 'huishouden.kale_huur');
  await rent.fill('1.250');
  assert.match(await error(page, 'huishouden.kale_huur').innerText(), /Bedoelt u €\s1\.250(,00)? of €\s1,25\?/);
  assert.deepEqual(await amounts(page), {}, 'no answer as long as it is not sure');
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.getByRole('button', { name: /Ik bedoel €\s1\.250/ }).click();
  assert.equal(await rent.inputValue(), '1250');
  assert.equal((await caseOf(page)).huishouden.kale_huur, '1250');
});

pageTest('a price of 1.250 by the hour is not taken for 1,25 without asking', {}, async ({ page }) => {
  await openCase(page, CASE);
  const path = 'huishouden.kinderen.0.opvang.0.uurprijs';
  await field(page, path).fill('1.250');
  assert.match(await error(page, path).innerText(), /Bedoelt u €\s1,25\?/);
  assert.deepEqual(await amounts(page), {});
});

pageTest('another language does not change a number', {}, async ({ page }) => {
  await openCase(page, CASE);
  for (const [typed, expected] of [['1.250,00', '1250.00'], ['1,250.00', '1250.00'], ['700,5', '700.5']]) {
    await field(page, 'huishouden.kale_huur').fill(typed);
    const dutch = await amounts(page);
    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('html[lang=en]').waitFor();
    assert.deepEqual(await amounts(page), dutch, typed);
    assert.equal((await caseOf(page)).huishouden.kale_huur, expected);
    await page.getByRole('button', { name: 'Nederlands' }).click();
    await page.locator('html[lang=nl]').waitFor();
  }
});

pageTest('urenlijn_61: half a number of hours is not taken, and what is wrong with it stays', {}, async ({ page }) => {
  await openCase(page, CASE);
  const hours = page.locator('[data-uren-veld]');
  await hours.fill('');
  await hours.pressSequentially('61', { delay: 30 });
  assert.equal(await field(page, 'baan.uren_per_week').inputValue(), '20');
  await hours.blur();
  assert.equal(await field(page, 'baan.uren_per_week').inputValue(), '20');
  assert.equal(await hours.inputValue(), '61');
  await page.getByText('Vul een getal in van 0 tot en met 60').waitFor();
  await page.waitForTimeout(1_200);
  assert.equal(await hours.getAttribute('aria-invalid'), 'true');
  // A whole number is taken with Enter.
  await hours.fill('28');
  await hours.press('Enter');
  // A busy device draws a little later.
  await page.waitForFunction(() => document.querySelector('[data-veld="baan.uren_per_week"]').value === '28');
  assert.equal(await hours.getAttribute('aria-invalid'), null);
});

pageTest('Enter goes on to the next question of a phone, and nothing is lost', { viewport: { width: 360, height: 740 } }, async ({ page }) => {
  await open(page);
  await chooseMonth(page, 'huishouden.geboren', 3, 1994);
  await field(page, 'vraag.kinderen').selectOption('0');
  await page.getByRole('button', { name: 'Volgende vraag' }).click();
  await field(page, 'huishouden.kale_huur').fill('655');
  await field(page, 'huishouden.kale_huur').press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'v-huishouden-vaste_lasten');
  // What is not known is passed by with Enter too.
  await field(page, 'huishouden.vaste_lasten').press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'vraag-3-kop');
  assert.ok(await field(page, 'baan.uren_per_week').isVisible());
  await field(page, 'baan.uren_per_week').fill('20');
  await field(page, 'baan.uren_per_week').press('Enter');
  await field(page, 'baan.uurloon').fill('15,5x');
  await field(page, 'baan.uurloon').press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'vraag-5-kop');
  await page.goBack();
  assert.equal(await field(page, 'baan.uurloon').inputValue(), '15,5x');
  await page.goBack();
  await page.goBack();
  assert.equal(await field(page, 'huishouden.kale_huur').inputValue(), '655');
});

pageTest('Enter in a question with more fields goes to the next of them', {}, async ({ page }) => {
  await open(page);
  await fillFirstFour(page);
  await field(page, 'vraag.alimentatie').and(page.locator('[value=ja]')).check();
  const first = field(page, 'huishouden.alimentatie_kinderen');
  await first.fill('100');
  await first.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.veld), 'huishouden.alimentatie_partner');
});
