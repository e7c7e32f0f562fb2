// "Keep on this device": what it promises it does, and says when it cannot; nobody is wiped while reading.
import assert from 'node:assert/strict';
import { ownClock } from './drawn.mjs';
import { accessibilityProblems, BASE_URL, open, pageTest } from './harness.mjs';
import { field, FIRST_FOUR, openCase } from './household.mjs';

const hours = (page) => field(page, 'baan.uren_per_week');
const box = (page) => page.locator('[data-bewaren]');
const kept = (page) => page.evaluate(() => localStorage.getItem('rekenhulp'));
const warning = (page) => page.locator('[data-er-nog]');

/** A page with answers that are kept, and a clock that the test moves. */
async function keepingPage(page) {
  await ownClock(page.context());
  await openCase(page, FIRST_FOUR);
  await box(page).check();
  await page.waitForFunction(() => localStorage.getItem('rekenhulp'));
}

const BREAK_STORAGE = {
  full: () => {
    localStorage.clear();
    let text = 'x'.repeat(1 << 20);
    for (let at = 0; text.length > 0; at += 1) {
      try {
        localStorage.setItem(`vol${at}`, text);
      } catch {
        text = text.slice(text.length / 2 + 1);
      }
    }
  },
  throws: () => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } }),
  null: () => Object.defineProperty(window, 'localStorage', { value: null }),
};

for (const [name, breaks] of Object.entries(BREAK_STORAGE)) {
  pageTest(`bewaren_vol: a storage that is ${name} keeps nothing, and that is said`, {}, async ({ page }) => {
    await openCase(page, FIRST_FOUR);
    await page.evaluate(breaks);
    await box(page).click();
    await page.getByText('Wij kunnen uw antwoorden niet op dit apparaat bewaren.').waitFor();
    assert.equal(await box(page).isChecked(), false);
    assert.equal(await hours(page).inputValue(), '20');
    assert.deepEqual(await accessibilityProblems(page), []);
  });
}

pageTest('a storage that becomes full while she types is told too, and nothing old stays', {}, async ({ page }) => {
  await openCase(page, FIRST_FOUR);
  await box(page).check();
  await page.waitForFunction(() => localStorage.getItem('rekenhulp'));
  await page.evaluate(() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
  await hours(page).fill('24');
  await page.getByText('Wij kunnen uw antwoorden niet op dit apparaat bewaren.').waitFor();
  assert.equal(await box(page).isChecked(), false);
  await page.waitForFunction(() => localStorage.getItem('rekenhulp') === null);
});

pageTest('bewaren_uit_ander_tabblad: switched off in one tab it is off in both', {}, async ({ page, context }) => {
  await openCase(page, FIRST_FOUR);
  await box(page).check();
  const other = await context.newPage();
  await open(other);
  assert.equal(await box(other).isChecked(), true);
  await box(other).uncheck();
  await hours(page).fill('27');
  await page.waitForFunction(() => !document.querySelector('[data-bewaren]').checked);
  assert.equal(await kept(page), null);
  assert.equal(await hours(page).inputValue(), '27', 'her answers stay on the page');
});

pageTest('a tab that heard nothing of another looks before it writes', {}, async ({ page }) => {
  await openCase(page, FIRST_FOUR);
  await box(page).check();
  await page.waitForFunction(() => localStorage.getItem('rekenhulp'));
  // No event: a tab hears nothing of what it does itself.
  await page.evaluate(() => localStorage.removeItem('rekenhulp'));
  await hours(page).fill('27');
  await page.waitForFunction(() => !document.querySelector('[data-bewaren]').checked);
  assert.equal(await kept(page), null);
});

pageTest('lezen_is_geen_stilte: a wheel and a key are somebody', {}, async ({ page }) => {
  await keepingPage(page);
  await page.clock.fastForward('14:00');
  await page.mouse.wheel(0, 100);
  await page.keyboard.press('Tab');
  await page.clock.fastForward('01:10');
  assert.equal(await hours(page).inputValue(), '20');
  assert.match(await kept(page), /uren_per_week/);
});

for (const sign of ['pointermove', 'touchstart', 'scroll', 'focusin', 'beforeprint', 'afterprint']) {
  pageTest(`${sign} is somebody`, {}, async ({ page }) => {
    await keepingPage(page);
    for (let turn = 0; turn < 3; turn += 1) {
      await page.clock.fastForward('14:30');
      await page.evaluate((name) => document.body.dispatchEvent(new Event(name, { bubbles: true })), sign);
    }
    await page.clock.fastForward('00:40');
    assert.equal(await hours(page).inputValue(), '20');
  });
}

pageTest('a wipe warns a minute before, and a button takes it back', {}, async ({ page }) => {
  await keepingPage(page);
  await page.clock.fastForward('13:50');
  assert.equal(await warning(page).count(), 0);
  await page.clock.fastForward('00:15');
  await warning(page).waitFor();
  assert.deepEqual(await accessibilityProblems(page), []);
  await warning(page).click();
  await warning(page).waitFor({ state: 'detached' });
  await page.clock.fastForward('01:30');
  assert.equal(await hours(page).inputValue(), '20');
  await page.clock.fastForward('13:00');
  await warning(page).waitFor();
  await page.clock.fastForward('01:10');
  await page.getByText('Daarom zijn uw antwoorden gewist.').waitFor();
  assert.equal(await hours(page).inputValue(), '');
  assert.equal(await kept(page), null);
  assert.equal(page.url(), BASE_URL);
});

pageTest('who wakes a device after the time is not who was there before', {}, async ({ page }) => {
  await keepingPage(page);
  // Asleep: the clock goes on, no timer runs.
  await page.evaluate(() => { const now = Date.now(); Date.now = () => now + 3_600_000; });
  await page.keyboard.press('Tab');
  await page.getByText('Daarom zijn uw antwoorden gewist.').waitFor();
  assert.equal(await hours(page).inputValue(), '');
  assert.equal(await kept(page), null);
});

pageTest('while somebody is busy in one tab, the other wipes nothing', {}, async ({ page, context }) => {
  await ownClock(context);
  await openCase(page, FIRST_FOUR);
  await box(page).check();
  const other = await context.newPage();
  await open(other);
  await context.clock.fastForward('14:00');
  await other.keyboard.press('Tab');
  await context.clock.fastForward('01:10');
  assert.equal(await hours(page).inputValue(), '20');
  assert.match(await kept(page), /uren_per_week/);
});
