// A link carries the case behind the #, whole or half-filled; a QR code is drawn on the page itself.
import assert from 'node:assert/strict';
import { accessibilityProblems, open, pageTest } from './harness.mjs';
import { amounts, field, FIRST_FOUR, openCase } from './household.mjs';

const button = (page, name) => page.getByRole('button', { name, exact: true });
const link = (page) => page.locator('[data-link]').inputValue();
const make = (page) => button(page, 'Deel met uw werkcoach (link of QR-code)').click();

pageTest('a whole case travels as the contract says', {}, async ({ page, context, seen }) => {
  await openCase(page, FIRST_FOUR);
  const before = await amounts(page);
  const requests = seen.requests.length;
  await make(page);
  const url = await link(page);
  const [address, coded] = url.split('#s=');
  assert.ok(!address.includes('?'), address);
  const situatie = JSON.parse(Buffer.from(coded, 'base64url').toString());
  assert.equal(situatie.baan.uurloon, '15.52');
  assert.equal(seen.requests.length, requests, 'a QR code asks nobody');
  assert.equal(await page.locator('svg.qr').getAttribute('aria-label'), 'QR-code met uw antwoorden');
  assert.deepEqual(await accessibilityProblems(page), []);
  const again = await context.newPage();
  await again.goto(url);
  await again.locator('html[data-gereed]').waitFor({ state: 'attached' });
  assert.deepEqual(await amounts(again), before);
});

pageTest('a half-filled case comes back as it was typed', {}, async ({ page, context }) => {
  await open(page);
  await field(page, 'huishouden.kale_huur').fill('65x');
  await field(page, 'baan.uurloon').fill('12,');
  await make(page);
  const url = await link(page);
  assert.match(url, /#f=/);
  const again = await context.newPage();
  await again.goto(url);
  await again.locator('html[data-gereed]').waitFor({ state: 'attached' });
  assert.equal(await field(again, 'huishouden.kale_huur').inputValue(), '65x');
  assert.equal(await field(again, 'baan.uurloon').inputValue(), '12,');
  assert.equal(await field(again, 'baan.uren_per_week').inputValue(), '');
});

pageTest('a link does not outlive the answers it was made of', {}, async ({ page }) => {
  await openCase(page, FIRST_FOUR);
  await make(page);
  await field(page, 'baan.uren_per_week').fill('22');
  assert.equal(await page.locator('[data-link]').count(), 0);
});

pageTest('the link is copied, and that is said', { permissions: ['clipboard-read', 'clipboard-write'] }, async ({ page }) => {
  await openCase(page, FIRST_FOUR);
  await make(page);
  await button(page, 'Kopieer de link').click();
  await page.locator('[data-gedaan]', { hasText: 'De link is gekopieerd.' }).waitFor({ state: 'attached' });
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await link(page));
});

for (const damaged of ['#f=', '#f=e', '#f=eyJyZWtlbmh1bHAiOjJ9', '#f=////', '#s=eyJh']) {
  pageTest(`a damaged link ${damaged} gives a message and an empty form`, {}, async ({ page }) => {
    await open(page, damaged);
    await page.locator('[data-melding="link"]').waitFor();
    assert.equal(await field(page, 'baan.uren_per_week').inputValue(), '');
  });
}
