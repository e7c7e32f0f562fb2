// What may be typed, what is said of the rest, and that nothing typed is lost.
import assert from 'node:assert/strict';
import { accessibilityProblems, open, pageTest } from './harness.mjs';
import { amounts, choose, chooseMonth, field, fillFirstFour, FIRST_FOUR, openCase } from './household.mjs';

const WAGE = 'baan.uurloon';

const error = (page, id) => page.locator(`#v-${id}-fout`);

pageTest('a comma and a point are the same', {}, async ({ page }) => {
  await openCase(page, FIRST_FOUR);
  await field(page, WAGE).fill('11,75');
  const withComma = await amounts(page);
  await field(page, WAGE).fill('11.75');
  assert.deepEqual(await amounts(page), withComma);
  assert.notEqual(withComma.met_baan.netto_loon, '0.00');
});

pageTest('an emptied field asks again and shows no amount', {}, async ({ page }) => {
  await openCase(page, FIRST_FOUR);
  for (const path of ['baan.uurloon', 'baan.uren_per_week', 'huishouden.kale_huur']) {
    const before = await field(page, path).inputValue();
    await field(page, path).fill('');
    assert.deepEqual(await amounts(page), {}, path);
    assert.match(await error(page, path.replaceAll('.', '-')).innerText(), /Vul dit in/);
    assert.doesNotMatch(await page.locator('main').innerText(), /NaN|€ 0,00/);
    await field(page, path).fill(before);
    assert.notDeepEqual(await amounts(page), {}, path);
  }
});

pageTest('back to the minimum wage after emptying', {}, async ({ page }) => {
  await openCase(page, FIRST_FOUR);
  await field(page, WAGE).fill('');
  await page.getByRole('button', { name: 'Reken met het minimumloon' }).click();
  assert.notDeepEqual(await amounts(page), {});
  assert.match(await page.locator('#v-baan-uurloon-standaard').innerText(), /14,99/);
});

for (const wrong of ['12,3.4', '1e9', 'NaN', 'tien', '15 uur', '-', '--3', '15 euro per week']) {
  pageTest(`"${wrong}" is no wage: the field says so and keeps it`, {}, async ({ page }) => {
    await openCase(page, FIRST_FOUR);
    await field(page, WAGE).fill(wrong);
    await field(page, WAGE).blur();
    assert.match(await error(page, 'baan-uurloon').innerText(), /geen getal|niet af/);
    assert.equal(await field(page, WAGE).inputValue(), wrong);
    assert.equal(await field(page, WAGE).getAttribute('aria-invalid'), 'true');
    assert.deepEqual(await amounts(page), {});
  });
}

pageTest('half a number is no mistake while it is typed', {}, async ({ page }) => {
  await openCase(page, FIRST_FOUR);
  await field(page, WAGE).fill('15,');
  assert.equal(await error(page, 'baan-uurloon').count(), 0);
  await field(page, WAGE).blur();
  assert.match(await error(page, 'baan-uurloon').innerText(), /niet af/);
});

pageTest('a number outside its bounds is refused by name, with what is allowed', {}, async ({ page }) => {
  await openCase(page, FIRST_FOUR);
  await field(page, 'baan.uren_per_week').fill('61');
  assert.match(await error(page, 'baan-uren_per_week').innerText(), /61[^]*60/);
  await field(page, 'huishouden.kale_huur').fill('5001');
  const list = page.locator('.fouten li');
  assert.equal(await list.count(), 2, 'all problems at once');
  assert.match((await list.allInnerTexts()).join(), /uren per week[^]*kale huur|kale huur[^]*uren per week/);
  await list.filter({ hasText: 'kale huur' }).getByRole('link').press('Enter');
  const focused = await page.evaluate(() => document.activeElement.dataset.veld);
  assert.equal(focused, 'huishouden.kale_huur', 'the list leads to the field');
  assert.deepEqual(await accessibilityProblems(page), []);
});

pageTest('the steps of an hour stay between 0 and 60', {}, async ({ page }) => {
  await open(page);
  const hours = field(page, 'baan.uren_per_week');
  await page.getByRole('button', { name: 'Een uur meer' }).press('Enter');
  assert.equal(await hours.inputValue(), '1');
  await page.getByRole('button', { name: 'Een uur minder' }).press('Enter');
  await page.getByRole('button', { name: 'Een uur minder' }).press('Enter');
  assert.equal(await hours.inputValue(), '0');
});

pageTest('yes opens the details and they count', {}, async ({ page }) => {
  await openCase(page, FIRST_FOUR);
  const alone = await amounts(page);
  await choose(page, 'vraag.alimentatie', 'ja');
  await field(page, 'huishouden.alimentatie_kinderen').fill('200');
  assert.notEqual((await amounts(page)).nu.alimentatie, alone.nu.alimentatie);
  await choose(page, 'vraag.alimentatie', 'nee');
  assert.deepEqual(await amounts(page), alone);
  await choose(page, 'vraag.alimentatie', 'ja');
  assert.equal(await field(page, 'huishouden.alimentatie_kinderen').inputValue(), '200', 'nothing typed is lost');
});

pageTest('fixed costs stand with the rent: they come off once told, and unknown again they do not', {}, async ({ page }) => {
  await openCase(page, FIRST_FOUR);
  const alone = await amounts(page);
  await field(page, 'huishouden.vaste_lasten').fill('855');
  const { nu } = await amounts(page);
  assert.equal((Number(nu.besteedbaar) - 855).toFixed(2), nu.over_na_vaste_lasten);
  await page.getByRole('button', { name: 'Ik weet dit niet' }).click();
  assert.equal(await field(page, 'huishouden.vaste_lasten').inputValue(), '');
  assert.deepEqual(await amounts(page), alone);
});

pageTest('two adults who live in: the first can be taken away again', {}, async ({ page }) => {
  await openCase(page, FIRST_FOUR);
  await choose(page, 'vraag.inwonende', 'ja');
  const person = (at, name) => `huishouden.inwonenden.${at}.${name}`;
  await field(page, person(0, 'relatie')).selectOption('ouder');
  await page.getByRole('button', { name: 'Nog iemand toevoegen' }).click();
  await field(page, person(1, 'relatie')).selectOption('broer_of_zus');
  await chooseMonth(page, person(1, 'geboren'), 4, 1996);
  await page.getByRole('button', { name: 'Haal persoon 1 weg' }).click();
  assert.equal(await field(page, person(0, 'relatie')).inputValue(), 'broer_of_zus');
  assert.equal(await field(page, person(1, 'relatie')).count(), 0);
});

pageTest('a field keeps the focus while others appear around it', {}, async ({ page }) => {
  await open(page);
  await field(page, 'vraag.kinderen').focus();
  for (const count of ['3', '1', '2']) {
    await field(page, 'vraag.kinderen').selectOption(count);
    const focused = await page.evaluate(() => document.activeElement.dataset.vraag);
    assert.equal(focused, 'vraag.kinderen');
  }
  await chooseMonth(page, 'huishouden.kinderen.0.geboren', 5, 2024);
  await field(page, 'vraag.kinderen').selectOption('4');
  const first = field(page, 'huishouden.kinderen.0.geboren').and(page.locator('[data-deel="jaar"]'));
  assert.equal(await first.inputValue(), '2024');
});

pageTest('fewer children and more again keeps what was chosen', {}, async ({ page }) => {
  await open(page);
  await fillFirstFour(page);
  const second = field(page, 'huishouden.kinderen.1.geboren').and(page.locator('[data-deel="jaar"]'));
  await field(page, 'vraag.kinderen').selectOption('1');
  assert.equal(await second.count(), 0);
  await field(page, 'vraag.kinderen').selectOption('2');
  assert.equal(await second.inputValue(), '2014');
});

pageTest('a child that is not yet born does not count, and the answer says so', {}, async ({ page }) => {
  const situatie = structuredClone(FIRST_FOUR);
  situatie.huishouden.kinderen.push({ geboren: '2027-01-01' });
  await openCase(page, situatie);
  await page.locator('[data-code="kind_niet_geboren"]').waitFor();
});
