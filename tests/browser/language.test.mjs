// Dutch, English, and a language that is read from the right: the case stays, and no word is left over.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { accessibilityProblems, open, pageTest } from './harness.mjs';
import { amounts, field, fragment, FIRST_FOUR, household, pretendFromTheRight, ROOT } from './household.mjs';

const CASE = fragment(household('first-job.json'));
const language = (page) => page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);

pageTest('another language keeps the case, and is in the address', {}, async ({ page }) => {
  await open(page, fragment(FIRST_FOUR));
  await field(page, 'baan.uren_per_week').fill('22');
  const before = await amounts(page);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Will I have more money' }).waitFor();
  assert.deepEqual(await language(page), ['en', 'ltr']);
  assert.deepEqual(await amounts(page), before);
  assert.equal(await field(page, 'baan.uren_per_week').inputValue(), '22');
  assert.match(page.url(), /\?lang=en$/, 'the language and no old case');
  assert.match(await page.title(), /Will I have more money/);
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.getByRole('button', { name: 'Nederlands' }).click();
  assert.deepEqual(await language(page), ['nl', 'ltr']);
  assert.doesNotMatch(page.url(), /lang=/);
});

pageTest('the address chooses the language', {}, async ({ page }) => {
  await open(page, '?lang=en');
  assert.deepEqual(await language(page), ['en', 'ltr']);
});

// In the language of the test every letter is a Hebrew one, so a Latin letter was not in the texts. What the law
// and the engine's files bring stays as it is: articles, sources, names of schemes.
const FOREIGN = 'a[href^="http"], .uitleg__wet, [lang]:not(html)';

pageTest('no word of the page is written in code', {}, async ({ page, context }) => {
  await pretendFromTheRight(context);
  await open(page, `?lang=xrl${CASE}`);
  assert.deepEqual(await language(page), ['xrl', 'rtl']);
  const latin = await page.evaluate((foreign) => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest(`${foreign}, script, noscript, #mislukt`)) continue;
      // Months and euros are the browser's, articles the law's.
      const words = node.data.match(/[A-Za-z]{3,}/g) ?? [];
      found.push(...words);
    }
    return [...new Set(found)];
  }, FOREIGN);
  const months = Array.from({ length: 12 }, (_, at) =>
    new Intl.DateTimeFormat('nl-NL', { month: 'long' }).format(new Date(2026, at)),
  );
  const files = ['rotterdam'].map((name) => readFileSync(new URL(`calc-core/parameters/gemeenten/${name}/2026-01-01.toml`, ROOT), 'utf8')).join('');
  const unknown = latin.filter((word) => !months.includes(word) && !files.includes(word));
  assert.deepEqual(unknown, []);
});

for (const width of [320, 768, 1280]) {
  pageTest(`read from the right, nothing sticks out at ${width} pixels`, { viewport: { width, height: 800 } }, async ({ page, context }) => {
    await pretendFromTheRight(context);
    await open(page, `?lang=xrl${CASE}`);
    const [content, screen] = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth, clientWidth];
    });
    assert.ok(content <= screen, `content is ${content} wide on a screen of ${screen}`);
    const left = await page.evaluate(() => Math.min(...[...document.querySelectorAll('main *')]
      .filter((it) => it.checkVisibility() && !it.closest('.onzichtbaar, .bestand__veld'))
      .map((it) => it.getBoundingClientRect().left)));
    assert.ok(left >= -1, `something begins at ${left}`);
    // No browser knows the language of the test.
    const problems = await accessibilityProblems(page);
    assert.deepEqual(problems.filter((problem) => !/^(html-lang-valid|valid-lang):/.test(problem)), []);
  });
}

pageTest('every key of the page has its words in English', {}, async ({ page }) => {
  await open(page, `?lang=en${CASE}`);
  const text = await page.locator('body').innerText();
  assert.doesNotMatch(text, /\b(pagina|regels|parameters|stappen)\.[a-z_]+\.[a-z_]+/);
  await page.locator('button[data-lijn="bijstand"][data-situatie="met_baan"]').click();
  await page.locator('.uitleg .uitleg__regel').first().waitFor();
  const explained = await page.locator('.uitleg').innerText();
  assert.match(explained, /holiday allowance/i);
  assert.doesNotMatch(explained, /(regels|parameters|stappen)\.[a-z_]+/);
});
