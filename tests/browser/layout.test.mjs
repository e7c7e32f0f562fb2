// Readable by everyone: narrow and wide, by keyboard, by ear, in the dark, in forced colours.
import assert from 'node:assert/strict';
import { accessibilityProblems, open, pageTest } from './harness.mjs';
import { amount, everyDoor, field, household, openCase } from './household.mjs';

const CASE = household('first-job.json');

for (const width of [320, 390, 768, 1024, 1280]) {
  const viewport = { width, height: 800 };
  pageTest(`nothing sticks out at ${width} pixels`, { viewport }, async ({ page }) => {
    for (const show of [() => open(page), () => openCase(page, CASE)]) {
      await page.goto('about:blank');
      await show();
      await widths(page);
    }
    await everyDoor(page);
    await amount(page, 'kinderopvangtoeslag', 'met_baan').click();
    for (const rule of await page.locator('details > summary').all()) {
      if (await rule.isVisible()) await rule.click();
    }
    await widths(page);
  });
}

/** On a phone: back from the answer to the question of the wage. */
async function toTheWage(page) {
  const back = page.getByRole('button', { name: 'Terug naar vraag 1' });
  if (!(await back.isVisible())) return;
  await back.click();
  for (let at = 1; at < 4; at += 1) await page.getByRole('button', { name: 'Volgende vraag' }).click();
}

async function widths(page) {
  const [content, screen] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth];
  });
  assert.ok(content <= screen, `content is ${content} wide on a screen of ${screen}`);
}

for (const [name, settings] of Object.entries({
  light: {}, dark: { colorScheme: 'dark' }, 'forced colours': { forcedColors: 'active' },
  narrow: { viewport: { width: 320, height: 640 } },
})) {
  pageTest(`axe finds nothing: ${name}`, settings, async ({ page }) => {
    await open(page);
    assert.deepEqual(await accessibilityProblems(page), [], 'empty');
    await page.goto('about:blank');
    await openCase(page, CASE);
    await everyDoor(page);
    await amount(page, 'bijstand', 'met_baan').click();
    assert.deepEqual(await accessibilityProblems(page), [], 'answered');
    await toTheWage(page);
    await field(page, 'baan.uurloon').fill('geen');
    assert.deepEqual(await accessibilityProblems(page), [], 'with a mistake');
  });
}

pageTest('what can be pressed is large enough', { viewport: { width: 390, height: 800 } }, async ({ page }) => {
  await openCase(page, CASE);
  await everyDoor(page);
  const small = await page.locator('button, select, input, summary, .optie').evaluateAll((elements) =>
    elements
      .filter((element) => element.checkVisibility() && !element.closest('.optie:has(input)') || element.matches('.optie'))
      .map((element) => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()])
      .filter(([, { width, height }]) => width > 0 && (width < 24 || height < 24))
      .map(([html]) => html));
  assert.deepEqual(small, []);
});

pageTest('by keyboard: from the top to the questions, and the focus is seen', {}, async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Naar de vragen' });
  assert.ok(await skip.evaluate((element) => element === document.activeElement));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const first = page.locator('[data-veld="huishouden.geboren"]').first();
  assert.ok(await first.evaluate((element) => element === document.activeElement), 'the first field');
  const outline = await first.evaluate((element) => getComputedStyle(element).outlineStyle);
  assert.equal(outline, 'solid');
});

pageTest('headings go down one step at a time, and there is one main', {}, async ({ page }) => {
  await openCase(page, CASE);
  const levels = await page.locator('h1, h2, h3, h4').evaluateAll((all) => all.map((it) => +it.tagName[1]));
  assert.equal(levels.filter((level) => level === 1).length, 1);
  levels.reduce((above, level) => {
    assert.ok(level <= above + 1, `a step from ${above} to ${level}`);
    return level;
  });
  assert.equal(await page.getByRole('main').count(), 1);
});

pageTest('no style attribute anywhere: the policy would block it', {}, async ({ page }) => {
  await openCase(page, CASE);
  assert.equal(await page.locator('[style]').count(), 0);
});
