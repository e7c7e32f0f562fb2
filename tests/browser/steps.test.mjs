// On a phone the questions come one at a time: on, back, and nothing is lost. On a wide screen all at once.
import assert from 'node:assert/strict';
import { accessibilityProblems, open, pageTest } from './harness.mjs';
import { amounts, chooseMonth, field, FIRST_FOUR, household, openCase } from './household.mjs';

const PHONE = { viewport: { width: 360, height: 740 } };

const button = (page, name) => page.getByRole('button', { name, exact: true });
const next = (page) => button(page, 'Volgende vraag').click();
const visible = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.vraag')].filter((it) => it.checkVisibility()).map((it) => it.id),
  );

pageTest('a wide screen shows all eight questions', { viewport: { width: 1280, height: 900 } }, async ({ page }) => {
  await open(page);
  assert.equal((await visible(page)).length, 8);
  assert.equal(await button(page, 'Volgende vraag').count(), 0);
});

pageTest('a phone shows one question, how far she is, and moves the focus along', PHONE, async ({ page }) => {
  await open(page);
  assert.deepEqual(await visible(page), ['vraag-1']);
  assert.equal(await button(page, 'Vorige vraag').count(), 0);
  await next(page);
  assert.deepEqual(await visible(page), ['vraag-2']);
  assert.equal(await page.locator('progress').getAttribute('value'), '2');
  assert.match(await page.locator('progress').getAttribute('aria-label'), /Vraag 2 van 8/);
  const focused = await page.evaluate(() => document.activeElement.id);
  assert.equal(focused, 'vraag-2-kop');
  assert.deepEqual(await accessibilityProblems(page), []);
});

pageTest('four questions on a phone give an answer, and the way back keeps everything', PHONE, async ({ page }) => {
  await open(page);
  await chooseMonth(page, 'huishouden.geboren', 3, 1994);
  await field(page, 'vraag.kinderen').selectOption('1');
  await chooseMonth(page, 'huishouden.kinderen.0.geboren', 5, 2024);
  await next(page);
  await field(page, 'huishouden.kale_huur').fill('655');
  await next(page);
  await field(page, 'baan.uren_per_week').fill('20');
  await next(page);
  await button(page, 'Bekijk nu al uw antwoord').click();
  assert.deepEqual(await visible(page), []);
  assert.match(await page.locator('#antwoord h2').first().innerText(), /Met deze baan hebt u/);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'antwoord');
  assert.deepEqual(await accessibilityProblems(page), []);

  // The browser's own way back goes a screen back, not off the page.
  await page.goBack();
  assert.deepEqual(await visible(page), ['vraag-4']);
  await page.goBack();
  assert.deepEqual(await visible(page), ['vraag-3']);
  assert.equal(await field(page, 'baan.uren_per_week').inputValue(), '20');
  await page.goForward();
  assert.deepEqual(await visible(page), ['vraag-4']);
  await button(page, 'Vorige vraag').click();
  await button(page, 'Vorige vraag').click();
  assert.equal(await field(page, 'huishouden.kale_huur').inputValue(), '655');
});

pageTest('the last question leads to the answer, and the answer back to the questions', PHONE, async ({ page }) => {
  await open(page);
  for (let at = 1; at < 8; at += 1) await next(page);
  assert.deepEqual(await visible(page), ['vraag-8']);
  await button(page, 'Naar uw antwoord').click();
  await page.getByRole('heading', { name: 'Hier komt uw antwoord' }).waitFor();
  // What is still lacking leads to its own question.
  await page.getByRole('link', { name: 'uw kale huur' }).click();
  assert.deepEqual(await visible(page), ['vraag-2']);
  await page.waitForFunction(() => document.activeElement.dataset.veld === 'huishouden.kale_huur');
});

pageTest('a link with a case opens on its answer', PHONE, async ({ page }) => {
  await openCase(page, FIRST_FOUR);
  assert.notDeepEqual(await amounts(page), {});
  assert.deepEqual(await visible(page), []);
  await button(page, 'Terug naar vraag 1').click();
  assert.deepEqual(await visible(page), ['vraag-1']);
});

pageTest('what was used stands with the answer, folded, and each line leads to the question it came from', PHONE, async ({ page }) => {
  await openCase(page, FIRST_FOUR);
  const used = page.locator('.gebruikt');
  await used.locator('summary').click();
  const lines = await used.locator('li').allInnerTexts();
  assert.ok(lines.some((line) => /^uw kale huur: 655/i.test(line)), lines.join('\n'));
  assert.deepEqual(lines.filter((line) => line.includes('Voorstel')).map((line) => line.slice(0, 5)), ['U heb', 'U heb'],
    'no care, and no to the last questions: the rest she filled in');
  const lost = await used.locator('a').evaluateAll((all) => all.map((it) => it.getAttribute('href'))
    .filter((goal) => !document.querySelector(`form ${goal}`)));
  assert.deepEqual(lost, [], 'every line leads to a field');
  assert.deepEqual(await accessibilityProblems(page), []);
  await used.getByRole('link', { name: 'Verander uw loon per uur' }).click();
  assert.deepEqual(await visible(page), ['vraag-4']);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'v-baan-uurloon');
  await field(page, 'baan.uurloon').fill('18');
  await button(page, 'Bekijk nu al uw antwoord').click();
  assert.ok((await used.locator('li').allInnerTexts()).some((line) => /^uw loon per uur: 18/i.test(line)));
});

pageTest('a link leads from what was used to no field that she is not asked', PHONE, async ({ page }) => {
  await openCase(page, household('couple.json'));
  await page.locator('.gebruikt summary').click();
  const line = page.locator('.gebruikt li', { hasText: 'Brutoloon van de partner' });
  assert.equal(await line.count(), 1);
  assert.equal(await line.locator('a').count(), 0);
});
