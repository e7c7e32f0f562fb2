// A case in the address: shown, or told what is wrong with it, and never sent anywhere.
import assert from 'node:assert/strict';
import { BASE_URL, follow, open, pageTest } from './harness.mjs';
import { amounts, ask, field, fragment, household, HOUSEHOLDS, openCase } from './household.mjs';

const notice = (page) => page.locator('[data-melding="link"]');

pageTest('the page shows every whole household that a link carries', {}, async ({ page }) => {
  for (const name of HOUSEHOLDS) {
    const situatie = household(name);
    await page.goto('about:blank');
    await openCase(page, situatie);
    const { result, problems } = await ask(page, 'month', situatie);
    if (problems) {
      assert.match(await notice(page).innerText(), /kunnen wij niet rekenen/, name);
      continue;
    }
    const shown = await amounts(page);
    assert.deepEqual(shown.nu, result.nu, name);
    assert.deepEqual(shown.met_baan, result.met_baan, name);
  }
});

pageTest('what the page does not ask is counted and named', {}, async ({ page }) => {
  const situatie = household('first-job.json');
  situatie.baan.reiskosten = '45';
  await openCase(page, situatie);
  assert.match(await notice(page).innerText(), /reiskosten/);
  assert.equal((await amounts(page)).met_baan.reiskosten, '45.00');
});

const damaged = ['#s=', '#s=%%%', '#s=e', '#s=eyJ', `#s=${Buffer.from('{"a":').toString('base64url')}`,
  `#s=${Buffer.from([0xff, 0xfe]).toString('base64url')}`];

for (const address of damaged) {
  pageTest(`a damaged link gives a message and an empty form: ${address}`, {}, async ({ page }) => {
    await open(page, address);
    assert.match(await notice(page).innerText(), /link klopt niet/);
    assert.equal(await field(page, 'baan.uren_per_week').inputValue(), '');
    assert.deepEqual(await amounts(page), {});
  });
}

pageTest('a refused case gives a message that names the fields, and an empty form', {}, async ({ page }) => {
  const situatie = household('first-job.json');
  situatie.baan.uren_per_week = '99';
  situatie.huishouden.onbekend = true;
  await openCase(page, situatie);
  assert.match(await notice(page).innerText(), /uren per week[^]*onbekend|onbekend[^]*uren per week/);
  assert.equal(await field(page, 'baan.uren_per_week').inputValue(), '');
});

pageTest('another link in the same tab is followed', {}, async ({ page }) => {
  await openCase(page, household('first-job.json'));
  await follow(page, fragment(household('under-27.json')));
  const hours = household('under-27.json').baan.uren_per_week;
  await page.waitForFunction((expected) =>
    document.querySelector('[data-veld="baan.uren_per_week"]').value === expected, hours.replace('.', ','));
  const { result } = await ask(page, 'month', household('under-27.json'));
  assert.deepEqual((await amounts(page)).met_baan, result.met_baan);
});

pageTest('a language is chosen in the query and nothing else is put there', {}, async ({ page }) => {
  await open(page, '?lang=nl');
  assert.equal(await page.locator('html').getAttribute('lang'), 'nl');
  await field(page, 'baan.uren_per_week').fill('20');
  assert.equal(page.url(), `${BASE_URL}?lang=nl`);
});

pageTest('nothing leaves the page, and nothing is kept', {}, async ({ page, context, seen }) => {
  await openCase(page, household('first-job.json'));
  const loaded = seen.requests.length;
  await field(page, 'baan.uren_per_week').fill('24');
  await page.locator('button[data-lijn="bijstand"][data-situatie="nu"]').click();
  await page.getByText('Laat de tabel zien').click();
  await page.locator('[data-gesproken]', { hasText: /meer|minder/ }).waitFor({ state: 'attached' });
  assert.deepEqual(seen.requests.slice(loaded), [], 'requests after load');
  assert.ok(seen.requests.every((url) => !url.includes('s=')), 'the case is in no request');
  assert.deepEqual(await context.cookies(), []);
  const kept = await page.evaluate(async () => [
    localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length,
  ]);
  assert.deepEqual(kept, [0, 0, 0, 0]);
});
